package egate.simulator.chip;

/** A session that a protocol opened, and the compressed public key that names one side in it. */
final class OpenedSession {
  private final ChipSecureMessaging messaging;
  private final byte[] name;

  /**
   * @param name after PACE the chip's, after chip authentication the terminal's
   */
  OpenedSession(ChipSecureMessaging messaging, byte[] name) {
    this.messaging = messaging;
    this.name = name;
  }

  ChipSecureMessaging messaging() {
    return messaging;
  }

  /** What terminal authentication signs over, not a copy. */
  byte[] name() {
    return name;
  }

  @Override
  public String toString() {
    return "OpenedSession";
  }
}
