package egate.biometric;

/** Checks a PNG's IHDR (ISO/IEC 15948, 11.2.2): eight bits, grey or RGB, not interlaced. */
final class PngHeader {
  private static final long SIGNATURE_1 = 0x89504E47L;
  private static final long SIGNATURE_2 = 0x0D0A1A0AL;
  private static final long IHDR = 0x49484452L;
  private static final int GREY = 0;
  private static final int RGB = 2;

  private PngHeader() {}

  static ImageHeader check(byte[] png) throws ImageUnreadableException {
    var cursor = new HeaderCursor(png);
    boolean signed = cursor.u32() == SIGNATURE_1 && cursor.u32() == SIGNATURE_2;
    cursor.expect(signed, "PNG: does not begin as one");
    boolean first = cursor.u32() == 13 && cursor.u32() == IHDR;
    cursor.expect(first, "PNG: does not begin with its header");
    long width = cursor.u32();
    long height = cursor.u32();
    cursor.expect(cursor.u8() == 8, "PNG: not eight bits a sample");
    int colour = cursor.u8();
    cursor.expect(colour == GREY || colour == RGB, "PNG: neither grey nor RGB");
    // Compression, filter and interlace method: the first two have one value, the third is not
    // needed.
    for (int method = 0; method < 3; method++) {
      cursor.expect(cursor.u8() == 0, "PNG: method not supported");
    }
    // The chunk's checksum.
    cursor.skip(4);
    return ImageHeader.claimed(width, height, colour == GREY ? 1 : 3);
  }
}
