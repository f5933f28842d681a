package egate.biometric;

/** Checks a PNG's IHDR (ISO/IEC 15948, 11.2.2): what it says may be said together. */
final class PngHeader {
  private static final long SIGNATURE_1 = 0x89504E47L;
  private static final long SIGNATURE_2 = 0x0D0A1A0AL;
  private static final long IHDR = 0x49484452L;
  private static final int GREY = 0;
  private static final int RGB = 2;
  private static final int PALETTE = 3;
  private static final int GREY_ALPHA = 4;
  private static final int RGB_ALPHA = 6;

  private PngHeader() {}

  static ImageHeader check(byte[] png) throws ImageUnreadableException {
    var cursor = new HeaderCursor(png);
    boolean signed = cursor.u32() == SIGNATURE_1 && cursor.u32() == SIGNATURE_2;
    cursor.expect(signed, "PNG: does not begin as one");
    boolean first = cursor.u32() == 13 && cursor.u32() == IHDR;
    cursor.expect(first, "PNG: does not begin with its header");
    long width = cursor.u32();
    long height = cursor.u32();
    int depth = cursor.u8();
    int colour = cursor.u8();
    cursor.expect(isKnown(depth, colour), "PNG: no such colour type");
    // Compression and filter method have one value each, the interlace method two.
    cursor.expect(cursor.u16() == 0, "PNG: method not supported");
    cursor.expect(cursor.u8() <= 1, "PNG: method not supported");
    // The chunk's checksum.
    cursor.skip(4);
    return ImageHeader.claimed(width, height, samples(colour));
  }

  private static boolean isKnown(int depth, int colour) {
    return switch (colour) {
      case GREY -> depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
      case PALETTE -> depth == 1 || depth == 2 || depth == 4 || depth == 8;
      case RGB, GREY_ALPHA, RGB_ALPHA -> depth == 8 || depth == 16;
      default -> false;
    };
  }

  private static int samples(int colour) {
    return switch (colour) {
      case GREY, PALETTE -> 1;
      case GREY_ALPHA -> 2;
      case RGB -> 3;
      default -> 4;
    };
  }
}
