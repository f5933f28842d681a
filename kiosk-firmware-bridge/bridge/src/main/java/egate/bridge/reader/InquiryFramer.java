package egate.bridge.reader;

import egate.bridge.serial.FrameScanner;
import java.util.List;

/**
 * The host asks {@code 49 00 00}; the reader answers {@code 49 hi lo data}, with no data while
 * there is no document. Data is the lines, each with its CR. There is no checksum but the MRZ's
 * own.
 */
final class InquiryFramer extends FrameScanner<List<String>> implements MrzFramer {
  private static final byte INQUIRE = 0x49;
  private static final int HEADER_BYTES = 3;

  /** Three lines of 44 characters and their ends, the most that Doc 9303 could need. */
  private static final int DATA_BYTES_MAX = 3 * 45;

  InquiryFramer() {
    super(HEADER_BYTES + DATA_BYTES_MAX);
  }

  @Override
  public byte[] inquiry() {
    return new byte[] {INQUIRE, 0, 0};
  }

  @Override
  protected int lengthAt(byte[] bytes, int held) {
    if (bytes[0] != INQUIRE) {
      return NONE;
    }
    if (held < HEADER_BYTES) {
      return MORE;
    }
    int data = (bytes[1] & 0xFF) << 8 | (bytes[2] & 0xFF);
    if (data > DATA_BYTES_MAX) {
      return NONE;
    }
    return held < HEADER_BYTES + data ? MORE : HEADER_BYTES + data;
  }

  @Override
  protected List<String> frame(byte[] whole) {
    return MrzLines.cut(whole, HEADER_BYTES, whole.length);
  }
}
