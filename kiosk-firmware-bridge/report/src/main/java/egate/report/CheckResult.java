package egate.report;

/** One check's verdict; a reason accompanies every verdict but {@link Verdict#PASSED}. */
public record CheckResult(Check check, Verdict verdict, Reason reason) {

  public CheckResult {
    if ((verdict == Verdict.PASSED) != (reason == Reason.NONE)) {
      throw new IllegalArgumentException(check + " is " + verdict + " for the reason " + reason);
    }
  }
}
