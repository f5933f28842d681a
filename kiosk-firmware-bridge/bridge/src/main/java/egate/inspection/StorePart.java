package egate.inspection;

/** The parts of a trust store's file, in their order. Instants are seconds since 1970. */
enum StorePart {
  /** A row of eight bytes a certificate: where it begins in the next part, how long it is. */
  ANCHOR_TABLE,
  /** The certificates in DER, one behind the other. */
  ANCHORS,
  /** By subject: the certificate's number. */
  SUBJECTS,
  /** By subject key identifier: the certificate's number. */
  KEY_IDENTIFIERS,
  /** By issuer: its revocation list's clock and number. */
  REVOCATION_LISTS,
  /** By issuer and serial number: since when it is revoked, and the list's number. */
  REVOKED,
  /** Deviations, one behind the other. */
  DEVIATIONS,
  /** By country and document number; each deviation has a range of rows. */
  DOCUMENT_NUMBERS,
  /** The clocks. */
  LISTS
}
