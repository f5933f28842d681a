package egate.report;

/**
 * Why a check did not pass or a passage could not go on. The order of the constants is the written
 * order of precedence: where several apply, the first is the cause and the others follow it.
 */
public enum Reason {
  /** Nothing to explain: the check passed. */
  NONE,

  // The document contradicts itself or its issuer.
  DATA_GROUP_ALTERED,
  SOD_SIGNATURE_WRONG,
  SIGNER_REVOKED,
  /** Its certificate is for something else than signing documents. */
  SIGNER_NOT_ENTITLED,
  /** The chip does not know the private key to the public one that its issuer signed: a copy. */
  CHIP_NOT_GENUINE,
  /** The signed list names a data group that the chip lacks. */
  DATA_GROUP_MISSING,
  /** EF.CardAccess does not offer what the signed DG14 says it does. */
  CARD_ACCESS_ALTERED,
  /** Opened with BAC, although the signed DG14 says that the chip knows PACE. */
  ACCESS_DOWNGRADED,
  MRZ_DIFFERS_FROM_DG1,
  ISSUING_STATE_DIFFERS,
  DATA_GROUP_LIST_DIFFERS,
  DOCUMENT_EXPIRED,
  SIGNER_NOT_VALID_AT_SIGNING,
  LDS_MALFORMED,

  // The document could not be judged.
  /** The issuer has published that its documents have this defect. */
  KNOWN_DEFECT,
  ISSUER_UNKNOWN,
  SIGNER_MISSING,
  CLOCK_NOT_TRUSTED,
  TRUST_DATA_TOO_OLD,
  REVOCATION_LIST_TOO_OLD,
  NO_REVOCATION_LIST,
  ALGORITHM_NOT_SUPPORTED,
  NOT_SIGNED,
  MRZ_CHECK_DIGIT,
  MRZ_MALFORMED,
  NO_CHIP,
  CHIP_ACCESS_DENIED,
  CHIP_LOST,
  CHIP_PROTOCOL,
  CHIP_LATE,
  /** The chip did not accept this gate's certificates or signature, or the right to DG3. */
  TERMINAL_REFUSED,
  /** This gate's certificates for such chips have run out. */
  TERMINAL_CERTIFICATE_EXPIRED,
  /** The key by which this gate proves itself to chips could not be had, or not in time. */
  TERMINAL_KEY_UNAVAILABLE,
  /** This gate has no certificate that leads from a key which the chip knows. */
  NO_TERMINAL_CERTIFICATE,
  NOT_OFFERED,

  // The document may be good, but this gate is not for it.
  STATE_NOT_ELIGIBLE,
  HOLDER_TOO_YOUNG,
  NO_STOP_LIST,

  // The traveller could not be compared, or is someone else.
  FINGER_DIFFERS,
  FACE_DIFFERS,
  /** The camera sees a picture of a face, or a mask. */
  ATTACK_SUSPECTED,
  NO_REFERENCE,
  REFERENCE_UNREADABLE,
  QUALITY_TOO_LOW,
  NO_FINGER_PRESENTED,
  NO_FACE,
  SEVERAL_FACES,
  CAPTURE_LATE,

  // The gate's own devices failed.
  MRZ_READER_LOST,
  CHIP_READER_LOST,
  FINGER_SENSOR_LOST,
  CAMERA_LOST,
  TRUST_STORE_MISSING,
  TRUST_STORE_CORRUPT,
  /** A model pack is configured, but it is missing, altered, not signed or not approved. */
  MODEL_PACK_REFUSED,
  VERSIONS_TOO_OLD,
  BRIDGE_FAULT,

  // Last, for it hides behind whatever else went wrong: nothing was wrong, only not evaluated.
  NO_APPROVED_MODEL
}
