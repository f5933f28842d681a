package egate.report;

/**
 * A verdict on a check that opens the entry as if the check had passed.
 *
 * @param check not of {@link DocumentPolicy#CORE}
 * @param verdict undetermined, not supported or aborted; nothing that failed is tolerated
 */
public record Tolerance(Check check, Verdict verdict) {

  public Tolerance {
    if (DocumentPolicy.CORE.contains(check)
        || verdict == Verdict.PASSED
        || verdict == Verdict.FAILED) {
      throw new IllegalArgumentException(check + " " + verdict + " cannot be tolerated");
    }
  }
}
