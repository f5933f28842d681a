package egate.inspection;

/** There is no trust store where one should be. */
public final class TrustStoreMissingException extends Exception {
  private static final long serialVersionUID = 1L;

  TrustStoreMissingException(String what) {
    super(what);
  }
}
