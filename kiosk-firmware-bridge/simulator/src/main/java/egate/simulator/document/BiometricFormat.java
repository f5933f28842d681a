package egate.simulator.document;

/** The two generations of formats that a document's faces, fingers and irises may be stored in. */
public enum BiometricFormat {
  /** ISO/IEC 19794-4, -5 and -6:2005; issuers may use them until 2030. */
  ISO_19794,
  /** ISO/IEC 39794-4, -5 and -6; issuers may use them since 2025. */
  ISO_39794
}
