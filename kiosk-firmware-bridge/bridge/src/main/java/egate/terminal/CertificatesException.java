package egate.terminal;

/** The gate's CV certificates cannot be used; the message names which and why, in one line. */
public final class CertificatesException extends Exception {
  private static final long serialVersionUID = 1L;

  CertificatesException(String what) {
    super(what);
  }
}
