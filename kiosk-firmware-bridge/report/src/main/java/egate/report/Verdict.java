package egate.report;

/** The verdict on one check, in the words of BSI TR-03135. */
public enum Verdict {
  PASSED,
  FAILED,
  /** The check ran and could not tell, an unknown issuer for example. */
  UNDETERMINED,
  /** The document or the gate does not offer what the check needs. */
  NOT_SUPPORTED,
  /** The check was begun and not finished: a lost field, a deadline. */
  ABORTED
}
