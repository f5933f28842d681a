package egate.biometric;

/**
 * Checks a WSQ file's frame header (IAFIS-IC-0110) before the decoder sees it.
 *
 * <p>The decoder trusts some table lengths less than others and could be led past the frame header
 * found here to another; so the marker of a frame must occur only once in the whole file.
 */
final class WsqHeader {
  private static final int START_OF_IMAGE = 0xFFA0;
  private static final int START_OF_FRAME = 0xFFA2;
  private static final int TRANSFORM_TABLE = 0xFFA4;
  private static final int QUANTISATION_TABLE = 0xFFA5;
  private static final int HUFFMAN_TABLE = 0xFFA6;
  private static final int COMMENT = 0xFFA8;
  private static final int FRAME_LENGTH = 15;

  private WsqHeader() {}

  static ImageHeader check(byte[] wsq) throws ImageUnreadableException {
    var cursor = new HeaderCursor(wsq);
    cursor.expect(cursor.u16() == START_OF_IMAGE, "WSQ: does not begin as one");
    int marker = cursor.u16();
    while (marker != START_OF_FRAME) {
      cursor.expect(isTable(marker), "WSQ: no frame header");
      cursor.segment();
      marker = cursor.u16();
    }
    ImageHeader header = frame(cursor.segment());
    cursor.expectOnce(START_OF_FRAME, 2, "WSQ: more than one frame header");
    return header;
  }

  private static boolean isTable(int marker) {
    return switch (marker) {
      case TRANSFORM_TABLE, QUANTISATION_TABLE, HUFFMAN_TABLE, COMMENT -> true;
      default -> false;
    };
  }

  private static ImageHeader frame(HeaderCursor frame) throws ImageUnreadableException {
    frame.expect(frame.left() == FRAME_LENGTH, "WSQ: frame header has the wrong length");
    // Scanner's black and white calibration values.
    frame.skip(2);
    int height = frame.u16();
    int width = frame.u16();
    return ImageHeader.claimed(width, height, 1);
  }
}
