package egate.trust;

/**
 * One thing that was found in a file.
 *
 * @param source the file, and the line or entry in it
 * @param bytes in DER or BER
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
record Item(Kind kind, String source, byte[] bytes) {

  /** What it is meant to be. */
  enum Kind {
    /** Of a CSCA, or a link certificate. */
    CERTIFICATE,
    /** Of a document signer: documents bring theirs along. */
    SIGNER_CERTIFICATE,
    REVOCATION_LIST,
    /** CMS signed data: a master list or a deviation list. */
    SIGNED_LIST,
    UNKNOWN
  }
}
