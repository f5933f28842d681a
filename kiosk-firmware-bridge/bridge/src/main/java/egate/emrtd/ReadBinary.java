package egate.emrtd;

import java.util.Arrays;

/**
 * READ BINARY (Doc 9303-10 section 3.6.3): even INS up to offset 7FFF, odd INS with the offset in a
 * data object beyond it.
 */
final class ReadBinary {
  private static final int OFFSET_MAX = 0x7FFF;
  private static final int EVEN_INS = 0xB0;
  private static final int ODD_INS = 0xB1;
  private static final int OFFSET_OBJECT = 0x54;
  private static final int DATA_OBJECT = 0x53;
  private static final int BY_SHORT_ID = 0x80;

  /** Tag and length of DO 53 at their longest, for files of at most 256 KiB. */
  private static final int DATA_OBJECT_HEADER_BYTES = 4;

  private ReadBinary() {}

  /** Most bytes of file that a response of so many bytes brings from this offset. */
  static int plainBytes(int offset, int responseBytes) {
    return offset <= OFFSET_MAX
        ? responseBytes
        : Math.max(1, responseBytes - DATA_OBJECT_HEADER_BYTES);
  }

  /** Selects the file by its short identifier, 1..30, and reads it from its beginning. */
  static CommandApdu byShortId(int shortId, int wanted) {
    return new CommandApdu(0, EVEN_INS, BY_SHORT_ID | shortId, 0, new byte[0], wanted);
  }

  static CommandApdu command(int offset, int wanted) {
    if (offset <= OFFSET_MAX) {
      return new CommandApdu(0, EVEN_INS, offset >> 8, offset & 0xFF, new byte[0], wanted);
    }
    byte[] at = {(byte) (offset >> 16), (byte) (offset >> 8), (byte) offset};
    return new CommandApdu(
        0, ODD_INS, 0, 0, Tlv.encode(OFFSET_OBJECT, at), wanted + headerBytes(wanted));
  }

  /** Room for no more than this, or the chip would answer more than was wanted. */
  private static int headerBytes(int wanted) {
    if (wanted < 0x80) {
      return 2;
    }
    return wanted < 0x100 ? 3 : DATA_OBJECT_HEADER_BYTES;
  }

  /** The bytes of file in a response; none where it brings only a status word. */
  static byte[] data(int offset, ResponseApdu response) throws ChipProtocolException {
    if (offset <= OFFSET_MAX || response.data().length == 0) {
      return response.data();
    }
    try {
      byte[] data = Tlv.parse(response.data()).expect(DATA_OBJECT).value();
      Arrays.fill(response.data(), (byte) 0);
      return data;
    } catch (MalformedDataException e) {
      throw new ChipProtocolException("READ BINARY answered without a proper DO 53");
    }
  }
}
