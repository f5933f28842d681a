package egate.daemon.journal;

/** Why observations are missing. */
public enum GapCause {
  /** The oldest made room for what matters more. */
  EVICTED(1),
  /** The disk lost them. */
  LOST(2);

  private final byte code;

  GapCause(int code) {
    this.code = (byte) code;
  }

  /** Part of the stored format; never changes its meaning. */
  byte code() {
    return code;
  }

  static GapCause of(byte code) throws MalformedEntryException {
    for (GapCause cause : values()) {
      if (cause.code == code) {
        return cause;
      }
    }
    throw new MalformedEntryException("with the unknown cause " + code);
  }
}
