package egate.bridge.reader;

/** What a call of the resource manager came to, other than success. */
final class PcscException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What it means for the passage. */
  enum Meaning {
    /** There is no chip, or none that can be used: look again. */
    NO_CHIP,
    /** The chip that was there is no longer, or has forgotten everything: present it again. */
    CHIP_LOST,
    /** Reader or resource manager are gone: refer. */
    READER_LOST
  }

  private final Meaning meaning;

  /**
   * @param call as PC/SC names it
   * @param code as pcsclite.h defines it, 32 bits of it
   */
  PcscException(String call, long code) {
    super("%s: PC/SC error %08x".formatted(call, code & 0xFFFF_FFFFL));
    this.meaning = meaning((int) code);
  }

  /**
   * The resource manager cannot even be asked.
   *
   * @param what one line: what is missing, what to do
   */
  PcscException(String what) {
    super(what);
    this.meaning = Meaning.READER_LOST;
  }

  Meaning meaning() {
    return meaning;
  }

  /** Codes that are not named here speak of the reader, its driver or the resource manager. */
  private static Meaning meaning(int code) {
    return switch (code) {
      case 0x8010000A, // SCARD_E_TIMEOUT
          0x8010000B, // SCARD_E_SHARING_VIOLATION: a bridge that is dying still holds it
          0x8010000C, // SCARD_E_NO_SMARTCARD
          0x8010000F, // SCARD_E_PROTO_MISMATCH: a contact card
          0x80100065, // SCARD_W_UNSUPPORTED_CARD
          0x80100066 -> // SCARD_W_UNRESPONSIVE_CARD
          Meaning.NO_CHIP;
      case 0x80100016, // SCARD_E_NOT_TRANSACTED
          0x80100067, // SCARD_W_UNPOWERED_CARD
          0x80100068, // SCARD_W_RESET_CARD
          0x80100069 -> // SCARD_W_REMOVED_CARD
          Meaning.CHIP_LOST;
      default -> Meaning.READER_LOST;
    };
  }
}
