package egate.report;

/** The decision of one comparison (ISO/IEC 2382-37 comparison decision). */
public enum Comparison {
  MATCH,
  NON_MATCH,
  /** No decision was made; the reason says why. Never counts as a match. */
  NOT_EVALUATED
}
