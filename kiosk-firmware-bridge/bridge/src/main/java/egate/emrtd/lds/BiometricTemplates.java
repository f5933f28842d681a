package egate.emrtd.lds;

import egate.emrtd.MalformedDataException;
import egate.emrtd.Tlv;
import java.util.ArrayList;
import java.util.List;

/**
 * The biometric information templates of DG2, DG3 and DG4 (Doc 9303-10 section 4.7.2, CBEFF of
 * ISO/IEC 19785 and ISO/IEC 7816-11).
 */
final class BiometricTemplates {
  private static final int GROUP_TEMPLATE = 0x7F61;
  private static final int COUNT = 0x02;
  private static final int TEMPLATE = 0x7F60;
  private static final int DATA_BLOCK = 0x5F2E;
  private static final int CONSTRUCTED_DATA_BLOCK = 0x7F2E;

  /** Ten fingers, and some to spare. */
  private static final int TEMPLATES_MAX = 16;

  private BiometricTemplates() {}

  /** The biometric data blocks of the file, in their order. */
  static List<byte[]> dataBlocks(byte[] file, LdsFile expected) throws MalformedDataException {
    Tlv group = Tlv.parse(file).expect(expected.tag()).child(GROUP_TEMPLATE);
    Tlv count = group.child(COUNT);
    List<byte[]> blocks = new ArrayList<>();
    for (Tlv child : group.children()) {
      if (child.tag() == TEMPLATE) {
        blocks.add(dataBlock(child));
      }
    }
    if (count.length() != 1 || count.value()[0] != blocks.size() || blocks.size() > TEMPLATES_MAX) {
      throw new MalformedDataException(
          expected.text() + " holds " + blocks.size() + " templates and claims another number");
    }
    return blocks;
  }

  private static byte[] dataBlock(Tlv template) throws MalformedDataException {
    for (Tlv child : template.children()) {
      if (child.tag() == DATA_BLOCK || child.tag() == CONSTRUCTED_DATA_BLOCK) {
        return child.value();
      }
    }
    throw new MalformedDataException("template without a biometric data block");
  }
}
