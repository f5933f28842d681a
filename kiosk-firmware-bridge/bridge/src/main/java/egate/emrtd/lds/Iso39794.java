package egate.emrtd.lds;

import egate.emrtd.MalformedDataException;
import egate.emrtd.Tlv;
import java.util.ArrayList;
import java.util.List;

/**
 * What all parts of ISO/IEC 39794 have in common, in the application profile of Doc 9303-10: the
 * way to the representations. It is walked step by step; nothing in it nests in itself.
 */
final class Iso39794 {
  /** Encloses the block within the biometric data template (Doc 9303-10 section 4.7). */
  private static final int ENCLOSURE = 0xA1;

  private static final int APPLICATION = 0x60;
  private static final int VERSION = 0;
  private static final int REPRESENTATIONS = 1;
  private static final int REPRESENTATION = 0x30;
  private static final int REPRESENTATIONS_MAX = 16;

  private static final int GENERATION = 0;
  private static final int GENERATION_MIN = 3;
  private static final int YEAR = 1;
  private static final int YEAR_MIN = 2019;

  private Iso39794() {}

  /** Whether a data block is of this generation; the one before begins with letters. */
  static boolean isBlock(byte[] block) {
    return block.length > 0 && Byte.toUnsignedInt(block[0]) == ENCLOSURE;
  }

  /**
   * The representations in their order, at least one.
   *
   * @param part of the standard: 4 fingers, 5 faces, 6 irises
   */
  static List<TaggedBlock> representations(byte[] block, int part) throws MalformedDataException {
    List<Tlv> enclosed = Tlv.parse(block).expect(ENCLOSURE).children();
    if (enclosed.size() != 1) {
      throw new MalformedDataException("enclosure of " + enclosed.size() + " data objects");
    }
    TaggedBlock data = TaggedBlock.of(enclosed.getFirst().expect(APPLICATION | part));
    requireVersion(data.block(VERSION));
    List<TaggedBlock> representations = new ArrayList<>();
    for (Tlv representation : data.part(REPRESENTATIONS).children()) {
      representations.add(TaggedBlock.of(representation.expect(REPRESENTATION)));
    }
    if (representations.isEmpty() || representations.size() > REPRESENTATIONS_MAX) {
      throw new MalformedDataException(representations.size() + " representations");
    }
    return representations;
  }

  private static void requireVersion(TaggedBlock version) throws MalformedDataException {
    version.number(GENERATION, GENERATION_MIN, 65_535);
    version.number(YEAR, YEAR_MIN, 9_999);
  }
}
