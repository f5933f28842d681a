package egate.emrtd;

/**
 * Bytes that are not what the standard says they should be. The message names the place, never the
 * data.
 */
public final class MalformedDataException extends Exception {
  private static final long serialVersionUID = 1L;

  public MalformedDataException(String what) {
    super(what);
  }
}
