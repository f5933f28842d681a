package egate.gate;

/** How many persons the zone sensor sees between the doors. */
public enum Occupancy {
  EMPTY,
  ONE,
  SEVERAL,
  /** Contradictory, silent or not yet read: neither empty nor exactly one. */
  UNKNOWN
}
