package egate.gate.gpio;

/** What a line says. */
public enum Level {
  LOW,
  HIGH,
  /** Not read yet, or lost. */
  UNKNOWN
}
