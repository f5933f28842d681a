package egate.emrtd;

/**
 * The chip did not keep to the protocol; the session with it is over. A plaintext answer inside
 * secure messaging is one such case and carries its status word.
 */
public final class ChipProtocolException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int plaintextStatus;

  public ChipProtocolException(String what) {
    this(what, 0);
  }

  private ChipProtocolException(String what, int plaintextStatus) {
    super(what);
    this.plaintextStatus = plaintextStatus;
  }

  static ChipProtocolException plaintext(int status) {
    return new ChipProtocolException(
        "plaintext status " + StatusWord.text(status) + " under secure messaging", status);
  }

  static ChipProtocolException unexpected(String command, int status) {
    return new ChipProtocolException(command + " answered " + StatusWord.text(status));
  }

  /** The status word that came without secure messaging, or zero in every other case. */
  int plaintextStatus() {
    return plaintextStatus;
  }
}
