package egate.emrtd;

/** The terminal's private key cannot be had now: its file, its token or its office is away. */
public final class KeyUnavailableException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param what in one line, without any secret
   */
  public KeyUnavailableException(String what) {
    super(what);
  }
}
