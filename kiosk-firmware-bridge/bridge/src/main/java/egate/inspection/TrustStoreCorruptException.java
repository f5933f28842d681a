package egate.inspection;

/** A trust store that is not whole, or none at all; nothing of it is used. */
public final class TrustStoreCorruptException extends Exception {
  private static final long serialVersionUID = 1L;

  TrustStoreCorruptException(String what) {
    super(what);
  }
}
