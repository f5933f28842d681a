package egate.inspection;

/** A digest, signature or key of a kind that is not implemented, or out of its bounds. */
public final class UnsupportedAlgorithmException extends Exception {
  private static final long serialVersionUID = 1L;

  UnsupportedAlgorithmException(String what) {
    super(what);
  }
}
