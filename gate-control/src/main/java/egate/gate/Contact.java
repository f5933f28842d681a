package egate.gate;

/** What a door's contacts say. */
public enum Contact {
  CLOSED,
  OPEN,
  /** Contradictory, silent or not yet read: counts as open wherever closed is demanded. */
  UNKNOWN
}
