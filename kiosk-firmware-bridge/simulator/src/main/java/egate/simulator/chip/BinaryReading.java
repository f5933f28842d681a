package egate.simulator.chip;

import static egate.simulator.chip.CommandRefusedException.WRONG_LENGTH;
import static egate.simulator.chip.CommandRefusedException.WRONG_OFFSET;
import static egate.simulator.chip.CommandRefusedException.WRONG_PARAMETERS;

import egate.emrtd.CommandApdu;
import egate.emrtd.MalformedDataException;
import egate.emrtd.ResponseApdu;
import egate.emrtd.StatusWord;
import egate.emrtd.Tlv;
import java.math.BigInteger;
import java.util.Arrays;

/** READ BINARY, with even INS and, for offsets beyond 7FFF, odd (Doc 9303-10 section 3.6.3). */
final class BinaryReading {
  private static final int BY_SHORT_IDENTIFIER = 0x80;
  private static final int SHORT_IDENTIFIER = 0x1F;
  private static final int OFFSET_OBJECT = 0x54;
  private static final int DATA_OBJECT = 0x53;
  private static final int OFFSET_BYTES_MAX = 3;
  private static final int SHORT_LE_MAX = 256;
  private static final int EXTENDED_LE_MAX = 65_536;

  private final ChipFiles files;
  private final int leMax;
  private final int readMax;

  /**
   * @param leMax most bytes of file that may be asked for; an Le that names more is refused
   * @param readMax most bytes of file a response brings
   */
  BinaryReading(ChipFiles files, int leMax, int readMax) {
    this.files = files;
    this.leMax = leMax;
    this.readMax = readMax;
  }

  /** Even INS: the offset in P1 and P2, or a short identifier in P1 and the offset in P2. */
  ResponseApdu even(CommandApdu command, boolean unlocked) throws CommandRefusedException {
    boolean byShort = (command.p1() & BY_SHORT_IDENTIFIER) != 0;
    if (byShort) {
      files.selectShort(command.p1() & SHORT_IDENTIFIER, unlocked);
    }
    int offset = byShort ? command.p2() : command.p1() << 8 | command.p2();
    return slice(files.selected(unlocked), offset, command.le());
  }

  /** Odd INS: the offset in DO 54, the bytes in DO 53, for whose header Le leaves room. */
  ResponseApdu odd(CommandApdu command, boolean unlocked) throws CommandRefusedException {
    if (command.p1() != 0 || command.p2() != 0) {
      throw new CommandRefusedException(WRONG_PARAMETERS);
    }
    byte[] file = files.selected(unlocked);
    int header = command.le() > SHORT_LE_MAX ? 4 : command.le() > 0x81 ? 3 : 2;
    if (command.le() <= header) {
      throw new CommandRefusedException(WRONG_LENGTH);
    }
    int room = asksForWhatever(command.le()) ? command.le() : command.le() - header;
    ResponseApdu plain = slice(file, offset(command.data()), room);
    int fitting = Math.min(plain.data().length, command.le() - header);
    byte[] data = Arrays.copyOf(plain.data(), fitting);
    return new ResponseApdu(Tlv.encode(DATA_OBJECT, data), plain.status());
  }

  /**
   * The end of the file is met with 6282 where Le named more bytes than there are, and with 9000
   * where Le was zeros, which asks for whatever there is.
   */
  private ResponseApdu slice(byte[] file, int offset, int le) throws CommandRefusedException {
    boolean whatever = asksForWhatever(le);
    if (le == CommandApdu.NO_LE || (le > leMax && !whatever)) {
      throw new CommandRefusedException(WRONG_LENGTH);
    }
    if (offset >= file.length) {
      throw new CommandRefusedException(WRONG_OFFSET);
    }
    int wanted = Math.min(le, leMax);
    int there = Math.min(wanted, file.length - offset);
    int status = there < wanted && !whatever ? StatusWord.END_OF_FILE : StatusWord.OK;
    int length = Math.min(there, readMax);
    return new ResponseApdu(Arrays.copyOfRange(file, offset, offset + length), status);
  }

  private static boolean asksForWhatever(int le) {
    return le == SHORT_LE_MAX || le == EXTENDED_LE_MAX;
  }

  private static int offset(byte[] data) throws CommandRefusedException {
    try {
      byte[] offset = Tlv.parse(data).expect(OFFSET_OBJECT).value();
      if (offset.length == 0 || offset.length > OFFSET_BYTES_MAX) {
        throw new CommandRefusedException(WRONG_OFFSET);
      }
      return new BigInteger(1, offset).intValue();
    } catch (MalformedDataException e) {
      throw new CommandRefusedException(WRONG_LENGTH);
    }
  }
}
