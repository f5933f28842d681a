package egate.gate;

/** Why the gate may not serve until somebody has looked and found it repaired. */
public enum Fault {
  NONE,
  /** The cabinet was opened. */
  TAMPERED,
  /** Lines or record failed. */
  FAILED
}
