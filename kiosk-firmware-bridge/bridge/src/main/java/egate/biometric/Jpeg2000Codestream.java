package egate.biometric;

/**
 * Checks the headers of a JPEG 2000 codestream (ISO/IEC 15444-1, annex A): SIZ for sizes, COD for
 * the number of packets that a decoder would have to look for. Images with an offset, several
 * tiles, subsampled components or other than eight bits are refused: portraits and fingers have no
 * need of them.
 */
final class Jpeg2000Codestream {
  private static final int START_OF_CODESTREAM = 0xFF4F;
  private static final int SIZE = 0xFF51;
  private static final int CODING_STYLE = 0xFF52;
  private static final int COMPONENT_STYLE = 0xFF53;
  private static final int START_OF_TILE_PART = 0xFF90;
  private static final int START_OF_DATA = 0xFF93;
  private static final int SEGMENTS_MAX = 64;
  private static final int LAYERS_MAX = 64;
  private static final int LEVELS_MAX = 8;
  // Code blocks have at most 2^12 samples; the exponents are written less two.
  private static final int BLOCK_EXPONENTS_MAX = 8;
  private static final int PRECINCT_EXPONENT_MIN = 4;

  private Jpeg2000Codestream() {}

  static ImageHeader check(HeaderCursor cursor) throws ImageUnreadableException {
    boolean begins = cursor.u16() == START_OF_CODESTREAM && cursor.u16() == SIZE;
    cursor.expect(begins, "JPEG 2000: codestream does not begin as one");
    ImageHeader header = size(cursor.segment());
    int styles = countStyles(cursor, START_OF_TILE_PART);
    cursor.expect(styles == 1, "JPEG 2000: not one coding style");
    cursor.segment();
    // A tile may have its own, which overrides the first.
    int tileStyles = countStyles(cursor, START_OF_DATA);
    cursor.expect(tileStyles <= 1, "JPEG 2000: a tile has two coding styles");
    return header;
  }

  /** Walks segments until a marker, and checks and counts those that say how to decode. */
  private static int countStyles(HeaderCursor cursor, int end) throws ImageUnreadableException {
    int styles = 0;
    for (int segments = 0; segments < SEGMENTS_MAX; segments++) {
      int marker = cursor.u16();
      if (marker == end) {
        return styles;
      }
      HeaderCursor segment = cursor.segment();
      cursor.expect(marker != COMPONENT_STYLE, "JPEG 2000: a component has its own coding style");
      if (marker == CODING_STYLE) {
        codingStyle(segment);
        styles++;
      }
    }
    throw new ImageUnreadableException("JPEG 2000: header too long");
  }

  private static ImageHeader size(HeaderCursor siz) throws ImageUnreadableException {
    // Capabilities.
    siz.skip(2);
    long width = siz.u32();
    long height = siz.u32();
    long left = siz.u32();
    long top = siz.u32();
    siz.expect(left == 0 && top == 0, "JPEG 2000: the image has an offset");
    boolean oneTile = siz.u32() >= width && siz.u32() >= height;
    long tileLeft = siz.u32();
    long tileTop = siz.u32();
    siz.expect(oneTile && tileLeft == 0 && tileTop == 0, "JPEG 2000: not one tile at the origin");
    int components = siz.u16();
    ImageHeader header = ImageHeader.claimed(width, height, components);
    siz.expect(siz.left() == 3 * components, "JPEG 2000: SIZ has the wrong length");
    for (int component = 0; component < components; component++) {
      siz.expect(siz.u8() == 7, "JPEG 2000: not eight unsigned bits a sample");
      siz.expect(siz.u16() == 0x0101, "JPEG 2000: a component is subsampled");
    }
    return header;
  }

  private static void codingStyle(HeaderCursor cod) throws ImageUnreadableException {
    int style = cod.u8();
    // Progression order.
    cod.skip(1);
    int layers = cod.u16();
    cod.expect(layers >= 1 && layers <= LAYERS_MAX, "JPEG 2000: too many layers");
    // Multiple component transformation.
    cod.skip(1);
    int levels = cod.u8();
    cod.expect(levels <= LEVELS_MAX, "JPEG 2000: too many decomposition levels");
    cod.expect(cod.u8() + cod.u8() <= BLOCK_EXPONENTS_MAX, "JPEG 2000: code blocks too large");
    // Code block style and transformation.
    cod.skip(2);
    for (int level = 0; (style & 1) != 0 && level <= levels; level++) {
      int precinct = cod.u8();
      int smallest = Math.min(precinct >> 4, precinct & 0xF);
      cod.expect(smallest >= PRECINCT_EXPONENT_MIN, "JPEG 2000: precincts too small");
    }
  }
}
