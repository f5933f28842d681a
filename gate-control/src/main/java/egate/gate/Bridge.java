package egate.gate;

/** The bridge as the gate knows it: one a traveller, never used twice. */
public enum Bridge {
  /** None serves. */
  NONE,
  /** Serves, but somebody's document was left in its reader. */
  OBSTRUCTED,
  /** Serves and has seen no document yet. */
  FRESH,
  /** Has seen a document; it must die before the next traveller. */
  SPENT
}
