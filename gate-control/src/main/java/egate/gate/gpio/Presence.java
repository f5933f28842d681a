package egate.gate.gpio;

/** Whether a gate of some topology has a line. */
public enum Presence {
  /** It cannot do without. */
  NEEDED,
  /** It may have it. */
  OPTIONAL,
  /** There is nothing that the line could sense or drive. */
  NONE;

  static Presence neededIf(boolean there) {
    return there ? NEEDED : NONE;
  }
}
