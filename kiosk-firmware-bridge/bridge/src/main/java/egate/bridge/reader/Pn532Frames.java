package egate.bridge.reader;

import egate.bridge.serial.FrameScanner;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * {@code 00 FF LEN LCS TFI data DCS} and its extended form {@code 00 FF FF FF hi lo LCS TFI data
 * DCS} (UM0701-02, 6.2.1). The preamble before and the postamble after may be of any length, and
 * are skipped as what they are, no frame.
 */
final class Pn532Frames extends FrameScanner<Pn532Frame> {

  /** TFI, code, target and 262 bytes; UM0701-02, 6.2.1.2. */
  static final int DATA_BYTES_MAX = 265;

  static final int TO_PN532 = 0xD4;
  private static final byte FROM_PN532 = (byte) 0xD5;
  private static final int SYNTAX_ERROR = 0x7F;

  /** 00 FF LEN LCS. */
  private static final int HEADER_BYTES = 4;

  /** 00 FF FF FF hi lo LCS. */
  private static final int EXTENDED_HEADER_BYTES = 7;

  Pn532Frames() {
    super(EXTENDED_HEADER_BYTES + DATA_BYTES_MAX + 1);
  }

  /**
   * A command as it goes to the PN532, with preamble and postamble.
   *
   * @param command its code and parameters, 1..264 bytes
   */
  static byte[] command(byte[] command) {
    int length = command.length + 1;
    if (length > DATA_BYTES_MAX) {
      throw new IllegalArgumentException("command of " + command.length + " bytes");
    }
    ByteBuffer bytes = ByteBuffer.allocate(1 + EXTENDED_HEADER_BYTES + length + 2);
    bytes.put(new byte[] {0, 0, (byte) 0xFF});
    if (length <= 0xFF) {
      bytes.put((byte) length).put((byte) -length);
    } else {
      bytes.put(new byte[] {(byte) 0xFF, (byte) 0xFF});
      bytes.putShort((short) length).put((byte) -((length >> 8) + length));
    }
    bytes.put((byte) TO_PN532).put(command);
    bytes.put((byte) -(TO_PN532 + sum(command, 0, command.length))).put((byte) 0);
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  @Override
  protected int lengthAt(byte[] bytes, int held) {
    if (bytes[0] != 0 || (held > 1 && bytes[1] != (byte) 0xFF)) {
      return NONE;
    }
    if (held < HEADER_BYTES) {
      return MORE;
    }
    if (isAck(bytes) || isNack(bytes)) {
      return HEADER_BYTES;
    }
    return isExtended(bytes) ? extendedLength(bytes, held) : normalLength(bytes, held);
  }

  @Override
  protected Pn532Frame frame(byte[] whole) {
    if (whole.length == HEADER_BYTES) {
      return isAck(whole) ? new Pn532Frame.Ack() : new Pn532Frame.Nack();
    }
    int at = isExtended(whole) ? EXTENDED_HEADER_BYTES : HEADER_BYTES;
    if (whole[at] == SYNTAX_ERROR) {
      return new Pn532Frame.SyntaxError();
    }
    byte[] data = Arrays.copyOfRange(whole, at + 2, whole.length - 1);
    return new Pn532Frame.Answer(whole[at + 1] & 0xFF, data);
  }

  private static int normalLength(byte[] bytes, int held) {
    int length = bytes[2] & 0xFF;
    boolean sound = (byte) (bytes[2] + bytes[3]) == 0;
    return sound ? wholeLength(bytes, held, HEADER_BYTES, length) : NONE;
  }

  private static int extendedLength(byte[] bytes, int held) {
    if (held < EXTENDED_HEADER_BYTES) {
      return MORE;
    }
    int length = (bytes[4] & 0xFF) << 8 | (bytes[5] & 0xFF);
    boolean sound = (byte) (bytes[4] + bytes[5] + bytes[6]) == 0;
    return sound ? wholeLength(bytes, held, EXTENDED_HEADER_BYTES, length) : NONE;
  }

  private static int wholeLength(byte[] bytes, int held, int header, int length) {
    if (length < 1 || length > DATA_BYTES_MAX) {
      return NONE;
    }
    if (held < header + length + 1) {
      return MORE;
    }
    boolean sound = (byte) sum(bytes, header, header + length + 1) == 0;
    return sound && isWords(bytes, header, length) ? header + length + 1 : NONE;
  }

  /** An answer has at least its code; the one frame of a single byte is the syntax error. */
  private static boolean isWords(byte[] bytes, int header, int length) {
    return length == 1 ? bytes[header] == SYNTAX_ERROR : bytes[header] == FROM_PN532;
  }

  private static boolean isAck(byte[] bytes) {
    return bytes[2] == 0 && bytes[3] == (byte) 0xFF;
  }

  private static boolean isNack(byte[] bytes) {
    return bytes[2] == (byte) 0xFF && bytes[3] == 0;
  }

  private static boolean isExtended(byte[] bytes) {
    return bytes[2] == (byte) 0xFF && bytes[3] == (byte) 0xFF;
  }

  private static int sum(byte[] bytes, int from, int to) {
    int sum = 0;
    for (int i = from; i < to; i++) {
      sum += bytes[i];
    }
    return sum;
  }
}
