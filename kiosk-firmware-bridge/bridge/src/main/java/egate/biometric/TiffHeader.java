package egate.biometric;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Checks the first directory of a TIFF (Adobe TIFF 6.0, section 2) before the decoder sees it: its
 * size, a coding that cannot hide another image format, and tiles of sane size.
 */
final class TiffHeader {
  private static final int ENTRIES_MAX = 128;
  private static final int ENTRY_BYTES = 12;
  private static final int SHORT = 3;
  private static final int LONG = 4;

  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int COMPRESSION = 259;
  private static final int SAMPLES_PER_PIXEL = 277;
  private static final int TILE_WIDTH = 322;
  private static final int TILE_HEIGHT = 323;

  private static final int UNCOMPRESSED = 1;
  private static final int LZW = 5;
  private static final int DEFLATE = 8;
  private static final int PACK_BITS = 32_773;
  private static final int OLD_DEFLATE = 32_946;

  private final ByteBuffer bytes;
  private long width;
  private long height;
  private long samples = 1;
  private long compression = UNCOMPRESSED;

  private TiffHeader(byte[] tiff) throws ImageUnreadableException {
    expect(tiff.length >= 8, "TIFF: ends early");
    bytes = ByteBuffer.wrap(tiff);
    boolean little = tiff[0] == 'I' && tiff[1] == 'I';
    expect(little || (tiff[0] == 'M' && tiff[1] == 'M'), "TIFF: does not begin as one");
    bytes.order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    expect(bytes.getShort(2) == 42, "TIFF: does not begin as one");
  }

  static ImageHeader check(byte[] tiff) throws ImageUnreadableException {
    TiffHeader header = new TiffHeader(tiff);
    header.readDirectory();
    expect(header.isKnownCompression(), "TIFF: coding not supported");
    return ImageHeader.claimed(header.width, header.height, (int) header.samples);
  }

  private void readDirectory() throws ImageUnreadableException {
    long start = bytes.getInt(4) & 0xFFFFFFFFL;
    expect(start + 2 <= bytes.capacity(), "TIFF: no directory");
    int entries = bytes.getShort((int) start) & 0xFFFF;
    expect(entries >= 1 && entries <= ENTRIES_MAX, "TIFF: directory too long");
    expect(start + 2 + (long) entries * ENTRY_BYTES <= bytes.capacity(), "TIFF: ends early");
    for (int entry = 0; entry < entries; entry++) {
      readEntry((int) start + 2 + entry * ENTRY_BYTES);
    }
  }

  private void readEntry(int at) throws ImageUnreadableException {
    switch (bytes.getShort(at) & 0xFFFF) {
      case WIDTH -> width = number(at);
      case HEIGHT -> height = number(at);
      case COMPRESSION -> compression = number(at);
      case SAMPLES_PER_PIXEL -> samples = number(at);
      case TILE_WIDTH, TILE_HEIGHT ->
          expect(number(at) <= ImageLimits.FILE.sideMax(), "TIFF: a tile is too large");
      default -> {}
    }
  }

  private long number(int at) throws ImageUnreadableException {
    int type = bytes.getShort(at + 2);
    expect(bytes.getInt(at + 4) == 1, "TIFF: a number occurs more than once");
    expect(type == SHORT || type == LONG, "TIFF: a number is of another type");
    return type == SHORT ? bytes.getShort(at + 8) & 0xFFFF : bytes.getInt(at + 8) & 0xFFFFFFFFL;
  }

  private boolean isKnownCompression() {
    return compression == UNCOMPRESSED
        || compression == LZW
        || compression == DEFLATE
        || compression == PACK_BITS
        || compression == OLD_DEFLATE;
  }

  private static void expect(boolean condition, String otherwise) throws ImageUnreadableException {
    if (!condition) {
      throw new ImageUnreadableException(otherwise);
    }
  }
}
