package egate.report;

/** What the bridge's policy makes of a document or of a comparison. */
public enum Judgement {
  /** Every check that the policy demands passed. */
  ACCEPTED,
  /** Something is unknown, late or unsupported: the officer decides. */
  REFERRED,
  /** A demanded check failed. */
  REFUSED,
  /** The traveller took the document away and did not come back. */
  ABANDONED
}
