package egate.gate;

/** How a passage ends; every passage ends in exactly one. */
public enum Outcome {
  /** The traveller left through the exit, accepted. */
  PASSED,
  /** The officer decides. */
  REFERRED,
  /** The document was refused at the entry, which stayed closed. */
  REFUSED,
  /** An emergency, a restart or a standstill cut the passage short. */
  INTERRUPTED,
  /** The traveller went away. */
  ABANDONED
}
