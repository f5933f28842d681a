package egate.emrtd;

/** How PACE makes a generator out of a nonce (Doc 9303-11 section 4.4.3.3). */
public enum PaceMapping {
  GENERIC,
  INTEGRATED,
  /** Generic mapping that also proves the chip's key. */
  CHIP_AUTHENTICATION
}
