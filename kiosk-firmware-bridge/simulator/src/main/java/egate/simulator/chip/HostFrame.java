package egate.simulator.chip;

/** What the host sends to a PN532 (UM0701-02 section 6.2.1). */
sealed interface HostFrame {

  /** The host has taken the response, or wants the command under way to end. */
  enum Ack implements HostFrame {
    ACK
  }

  /** The host wants the last response again. */
  enum Nack implements HostFrame {
    NACK
  }

  /** An information frame whose checksums hold. Its data may be personal: no string form. */
  final class Information implements HostFrame {
    private final byte[] data;

    /**
     * @param data from the frame identifier TFI on, 1..265 bytes; kept, not copied
     */
    Information(byte[] data) {
      this.data = data;
    }

    byte[] data() {
      return data;
    }

    @Override
    public String toString() {
      return "Information";
    }
  }
}
