package egate.simulator.chip;

import static egate.simulator.chip.CommandRefusedException.WRONG_LENGTH;

import egate.emrtd.CommandApdu;
import java.util.Arrays;

/** Tells the four cases of ISO/IEC 7816-4 section 5.2 apart, short and extended. */
final class CommandParser {
  private static final int HEADER_BYTES = 4;
  private static final int SHORT_LE_MAX = 256;
  private static final int EXTENDED_LE_MAX = 65_536;

  private final byte[] bytes;

  private CommandParser(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Every byte sequence is either a command or refused.
   *
   * @param extendedLength whether extended length fields are understood
   * @throws CommandRefusedException 6700 when header, lengths and data do not add up
   */
  static CommandApdu parse(byte[] bytes, boolean extendedLength) throws CommandRefusedException {
    CommandParser parser = new CommandParser(bytes);
    if (bytes.length < HEADER_BYTES) {
      throw new CommandRefusedException(WRONG_LENGTH);
    }
    if (bytes.length == HEADER_BYTES) {
      return parser.command(HEADER_BYTES, 0, CommandApdu.NO_LE);
    }
    boolean extended = bytes[HEADER_BYTES] == 0 && bytes.length > HEADER_BYTES + 1;
    if (extended && !extendedLength) {
      throw new CommandRefusedException(WRONG_LENGTH);
    }
    return extended ? parser.extended() : parser.withLengths(HEADER_BYTES, 1, SHORT_LE_MAX);
  }

  private CommandApdu extended() throws CommandRefusedException {
    if (bytes.length < HEADER_BYTES + 3) {
      throw new CommandRefusedException(WRONG_LENGTH);
    }
    return withLengths(HEADER_BYTES + 1, 2, EXTENDED_LE_MAX);
  }

  /** Lc and Le have the same width; a field that ends the command is Le. */
  private CommandApdu withLengths(int at, int width, int leMax) throws CommandRefusedException {
    int first = number(at, width);
    int dataAt = at + width;
    if (dataAt == bytes.length) {
      return command(dataAt, 0, le(first, leMax));
    }
    int end = dataAt + first;
    if (first > 0 && end == bytes.length) {
      return command(dataAt, first, CommandApdu.NO_LE);
    }
    if (first > 0 && end + width == bytes.length) {
      return command(dataAt, first, le(number(end, width), leMax));
    }
    throw new CommandRefusedException(WRONG_LENGTH);
  }

  private CommandApdu command(int dataAt, int lc, int le) {
    byte[] data = Arrays.copyOfRange(bytes, dataAt, dataAt + lc);
    return new CommandApdu(number(0, 1), number(1, 1), number(2, 1), number(3, 1), data, le);
  }

  private static int le(int field, int leMax) {
    return field == 0 ? leMax : field;
  }

  private int number(int at, int width) {
    int number = 0;
    for (int i = 0; i < width; i++) {
      number = number << 8 | Byte.toUnsignedInt(bytes[at + i]);
    }
    return number;
  }
}
