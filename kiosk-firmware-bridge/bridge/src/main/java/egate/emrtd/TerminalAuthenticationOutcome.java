package egate.emrtd;

/** What became of terminal authentication. */
public enum TerminalAuthenticationOutcome {
  /** The chip did not ask for it. */
  NOT_ASKED,
  /** The chip asked, and this gate has no certificates for such chips at all. */
  NOT_CONFIGURED,
  /** The chip asked without chip authentication, on which terminal authentication builds. */
  NO_CHIP_AUTHENTICATION,
  /** Passive authentication had not passed, so that the chip was not told who asks. */
  NOT_TRUSTED,
  /** No certificate leads from a key that the chip knows. */
  NO_CERTIFICATE,
  /** Those that do have expired. */
  EXPIRED,
  /** The terminal's private key could not be had in time. */
  KEY_UNAVAILABLE,
  /** The chip refused a certificate or the signature, or broke the protocol off. */
  REFUSED,
  ACCEPTED
}
