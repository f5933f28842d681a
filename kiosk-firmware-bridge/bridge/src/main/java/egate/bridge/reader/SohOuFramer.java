package egate.bridge.reader;

import egate.bridge.serial.FrameScanner;
import java.util.List;

/**
 * {@code SOH len "OU" STX flag L1 CR L2 CR [L3 CR] ETX BCC}, sent by the reader whenever it has
 * read a document.
 *
 * <p>Here the length counts the bytes from "OU" up to and including ETX, and BCC is the exclusive
 * or of length and all of those. The flag is not judged: the MRZ's check digits say more.
 */
final class SohOuFramer extends FrameScanner<List<String>> implements MrzFramer {
  private static final byte[] START = {'O', 'U', 0x02};
  private static final int SOH = 0x01;
  private static final int ETX = 0x03;

  /** SOH, length. */
  private static final int PREFIX_BYTES = 2;

  /** "OU", STX, flag. */
  private static final int HEADER_BYTES = 4;

  SohOuFramer() {
    super(PREFIX_BYTES + 255 + 1);
  }

  @Override
  public byte[] inquiry() {
    return new byte[0];
  }

  @Override
  protected int lengthAt(byte[] bytes, int held) {
    if (bytes[0] != SOH || !startsAsFar(bytes, held)) {
      return NONE;
    }
    if (held < PREFIX_BYTES) {
      return MORE;
    }
    int counted = bytes[1] & 0xFF;
    if (counted <= HEADER_BYTES) {
      return NONE;
    }
    int checkAt = PREFIX_BYTES + counted;
    if (held <= checkAt) {
      return MORE;
    }
    boolean sound = bytes[checkAt - 1] == ETX && bytes[checkAt] == check(bytes, checkAt);
    return sound ? checkAt + 1 : NONE;
  }

  @Override
  protected List<String> frame(byte[] whole) {
    return MrzLines.cut(whole, PREFIX_BYTES + HEADER_BYTES, whole.length - 2);
  }

  private static boolean startsAsFar(byte[] bytes, int held) {
    for (int i = 0; i < START.length && PREFIX_BYTES + i < held; i++) {
      if (bytes[PREFIX_BYTES + i] != START[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte check(byte[] bytes, int to) {
    byte check = 0;
    for (int i = 1; i < to; i++) {
      check ^= bytes[i];
    }
    return check;
  }
}
