package egate.report;

/** Biometric modality (ISO/IEC 2382-37). */
public enum Modality {
  FINGER,
  FACE
}
