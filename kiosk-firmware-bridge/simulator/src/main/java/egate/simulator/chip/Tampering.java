package egate.simulator.chip;

import egate.emrtd.CommandApdu;
import egate.emrtd.ResponseApdu;
import java.util.Arrays;
import java.util.HexFormat;

/** Answers as no honest chip gives them. */
final class Tampering {
  private static final int READ_BINARY = 0xB0;
  private static final int BY_SHORT_IDENTIFIER = 0x80;
  private static final int STATUS_WORD_BYTES = 2;

  /** Behind a tag of one byte: four bytes of length follow, and say 7FFFFFF0. */
  private static final byte[] HUGE = HexFormat.of().parseHex("847FFFFFF0");

  private Tampering() {}

  /** Another last bit of data; a status word alone stays as it is. */
  static byte[] lastBitFlipped(byte[] response) {
    byte[] flipped = response.clone();
    int last = response.length - STATUS_WORD_BYTES - 1;
    if (last >= 0) {
      flipped[last] ^= 1;
    }
    return flipped;
  }

  /** The same response, or one of a huge file where the command reads a file's beginning. */
  static ResponseApdu exaggerated(CommandApdu command, ResponseApdu response) {
    boolean fromBeginning =
        command.p2() == 0 && (command.p1() == 0 || (command.p1() & BY_SHORT_IDENTIFIER) != 0);
    if (command.ins() != READ_BINARY
        || !fromBeginning
        || response.data().length < 1 + HUGE.length) {
      return response;
    }
    byte[] data = Arrays.copyOf(response.data(), response.data().length);
    System.arraycopy(HUGE, 0, data, 1, HUGE.length);
    return new ResponseApdu(data, response.status());
  }
}
