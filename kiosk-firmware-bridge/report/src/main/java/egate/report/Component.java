package egate.report;

/** The part of a bridge in which a failure arose; a name without any data of the traveller's. */
public enum Component {
  SESSION,
  REHEARSAL,
  SERIAL,
  MRZ_READER,
  CHIP_READER,
  FINGER_SENSOR,
  CAMERA,
  EMRTD,
  INSPECTION,
  BIOMETRIC,
  OTHER
}
