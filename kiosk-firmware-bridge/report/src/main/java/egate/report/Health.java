package egate.report;

/** How a device did when it was last spoken to. */
public enum Health {
  OK,
  /** Answers, but late or only after a repetition. */
  DEGRADED,
  /** Does not answer, or its line is gone. */
  LOST
}
