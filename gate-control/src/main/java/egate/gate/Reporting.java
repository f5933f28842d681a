package egate.gate;

/** How results get away. */
public enum Reporting {
  ONLINE,
  /** Upstream cannot be reached; results are buffered. */
  OFFLINE,
  /** There is no room left for another result: the gate closes in order. */
  FULL
}
