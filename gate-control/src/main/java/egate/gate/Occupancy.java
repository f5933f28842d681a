package egate.gate;

/** What the zone sensor sees between the doors. */
public enum Occupancy {
  EMPTY,
  ONE,
  SEVERAL,
  /** Something that is no person, where the sensor can tell. */
  OBJECT,
  /** Contradictory, silent or not yet read: neither empty nor exactly one. */
  UNKNOWN
}
