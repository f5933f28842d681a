package egate.report;

/** The checks that an inspection makes, in the order in which they are reported. */
public enum Check {
  /** Check digits and structure of the MRZ (Doc 9303-3 section 4.9). */
  MRZ_CONSISTENT,
  /** PACE or BAC opened the chip (Doc 9303-11 section 4). */
  CHIP_ACCESS,
  /** The SOD's signature verifies under the document signer's certificate (Doc 9303-11 5.1). */
  SOD_SIGNATURE,
  /** The document signer chains to a CSCA in the trust store. */
  CERTIFICATE_CHAIN,
  /** The document signer is on no revocation list, and the list is not too old (Doc 9303-12 8). */
  SIGNER_REVOCATION,
  /** Each data group that was read hashes to the SOD's value, over the raw bytes. */
  DATA_GROUP_HASHES,
  /** EF.COM lists what the SOD lists. */
  DATA_GROUP_LIST,
  /** The printed MRZ and DG1 agree. */
  MRZ_EQUALS_DG1,
  /** The document signer's country is the document's issuing state. */
  ISSUING_STATE,
  /** The document has not expired and is not issued in the future. */
  VALIDITY,
  /** The chip proved a private key bound by DG14 (Doc 9303-11 6.2). */
  CHIP_AUTHENTICATION,
  /** The chip proved a private key bound by DG15 (Doc 9303-11 6.1). */
  ACTIVE_AUTHENTICATION,
  /** The chip accepted the gate's certificates and gave DG3 (BSI TR-03110-1 3.5). */
  TERMINAL_AUTHENTICATION,
  /** This gate is for documents of this issuing state, and for holders of this age. */
  ELIGIBILITY,
  /** The document is not reported stolen or lost; no such list is connected yet. */
  STOP_LIST
}
