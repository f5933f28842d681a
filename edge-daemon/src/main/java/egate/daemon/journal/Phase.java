package egate.daemon.journal;

/** Phases of a passage that the loop times; the bridge times the others. */
public enum Phase {
  /** From the unlocking of the entry until it is closed behind one person. */
  ENTER,
  /** From the unlocking of the exit until the gate is empty. */
  LEAVE,
  /** From the first sight of the document to the result. */
  TOTAL
}
