package egate.report;

/** How the chip was opened. */
public enum AccessProtocol {
  NONE,
  BAC,
  PACE
}
