package egate.biometric;

/**
 * Checks a JPEG (ITU-T T.81) before a decoder sees it: baseline or progressive Huffman coding,
 * eight bits, grey or three components, one frame, few scans, and an end. A decoder works through
 * the whole image once a scan, so a small file of thousands of scans would keep it busy.
 */
final class JpegHeader {
  private static final int START_OF_IMAGE = 0xFFD8;
  private static final int BASELINE = 0xFFC0;
  private static final int EXTENDED = 0xFFC1;
  private static final int PROGRESSIVE = 0xFFC2;
  private static final int HUFFMAN_TABLES = 0xFFC4;
  private static final int END_OF_IMAGE = 0xFFD9;
  private static final int START_OF_SCAN = 0xFFDA;
  private static final int QUANTISATION_TABLES = 0xFFDB;
  private static final int RESTART_INTERVAL = 0xFFDD;
  private static final int FIRST_APPLICATION = 0xFFE0;
  private static final int LAST_APPLICATION = 0xFFEF;
  private static final int COMMENT = 0xFFFE;
  // Usual progressive encoders make ten.
  private static final int SCANS_MAX = 32;

  private final HeaderCursor cursor;
  private int frames;
  private int scans;
  private ImageHeader header = new ImageHeader(1, 1, 1);

  private JpegHeader(byte[] jpeg) {
    cursor = new HeaderCursor(jpeg);
  }

  static ImageHeader check(byte[] jpeg) throws ImageUnreadableException {
    return new JpegHeader(jpeg).walk();
  }

  private ImageHeader walk() throws ImageUnreadableException {
    expect(cursor.u16() == START_OF_IMAGE, "JPEG: does not begin as one");
    int marker = nextMarker();
    while (marker != END_OF_IMAGE) {
      marker = afterSegment(marker);
    }
    expect(scans > 0, "JPEG: no scan");
    return header;
  }

  private int afterSegment(int marker) throws ImageUnreadableException {
    HeaderCursor segment = cursor.segment();
    switch (marker) {
      case BASELINE, EXTENDED, PROGRESSIVE -> readFrame(segment);
      case START_OF_SCAN -> {
        countScan();
        return skipScan();
      }
      case HUFFMAN_TABLES, QUANTISATION_TABLES, RESTART_INTERVAL, COMMENT -> {}
      default ->
          expect(
              marker >= FIRST_APPLICATION && marker <= LAST_APPLICATION,
              "JPEG: coding not supported");
    }
    return nextMarker();
  }

  private void readFrame(HeaderCursor segment) throws ImageUnreadableException {
    frames++;
    expect(frames == 1, "JPEG: more than one frame");
    expect(segment.u8() == 8, "JPEG: not eight bits a sample");
    int height = segment.u16();
    int width = segment.u16();
    int components = segment.u8();
    expect(components == 1 || components == 3, "JPEG: neither grey nor colour");
    expect(segment.left() == 3 * components, "JPEG: frame header has the wrong length");
    header = ImageHeader.claimed(width, height, components);
  }

  private void countScan() throws ImageUnreadableException {
    scans++;
    expect(frames == 1, "JPEG: a scan before the frame");
    expect(scans <= SCANS_MAX, "JPEG: too many scans");
  }

  /** Entropy-coded data lasts until a marker that is neither a stuffed byte nor a restart. */
  private int skipScan() throws ImageUnreadableException {
    while (true) {
      int next = cursor.u8();
      while (next == 0xFF) {
        next = cursor.u8();
        boolean restart = next >= 0xD0 && next <= 0xD7;
        if (next != 0 && next != 0xFF && !restart) {
          return 0xFF00 | next;
        }
      }
    }
  }

  private int nextMarker() throws ImageUnreadableException {
    expect(cursor.u8() == 0xFF, "JPEG: no marker where one belongs");
    int code = cursor.u8();
    while (code == 0xFF) {
      code = cursor.u8();
    }
    return 0xFF00 | code;
  }

  private void expect(boolean condition, String otherwise) throws ImageUnreadableException {
    cursor.expect(condition, otherwise);
  }
}
