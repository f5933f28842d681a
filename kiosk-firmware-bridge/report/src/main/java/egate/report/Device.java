package egate.report;

/** The devices that a bridge owns while it serves. */
public enum Device {
  MRZ_READER,
  CHIP_READER,
  FINGER_SENSOR,
  CAMERA
}
