package egate.simulator.document;

import egate.emrtd.Tlv;
import java.util.List;

/**
 * One biometric information template of CBEFF, and the group of them (Doc 9303-10 section 4.7.2).
 */
final class BiometricTemplate {
  private static final int GROUP = 0x7F61;
  private static final int TEMPLATE = 0x7F60;
  private static final int HEADER = 0xA1;
  private static final int INSTANCES = 0x02;
  private static final int TYPE = 0x81;
  private static final int SUBTYPE = 0x82;
  private static final int FORMAT_OWNER = 0x87;
  private static final int FORMAT_TYPE = 0x88;

  /** The data block of the older generation is opaque, that of the newer one made of objects. */
  private static final int OPAQUE_BLOCK = 0x5F2E;

  private static final int CONSTRUCTED_BLOCK = 0x7F2E;

  private static final int FORMAT_39794_MIN = 40;

  /** ISO/IEC JTC 1/SC 37. */
  private static final byte[] OWNER = {0x01, 0x01};

  private final int type;
  private final int subtype;
  private final int formatType;
  private final byte[] dataBlock;

  /**
   * @param type CBEFF biometric type: 2 face, 8 finger, 16 iris
   * @param subtype CBEFF subtype, or zero for none
   * @param formatType of the data block: 7 finger, 8 face, 9 iris of ISO/IEC 19794; 40, 42, 44 of
   *     39794
   */
  BiometricTemplate(int type, int subtype, int formatType, byte[] dataBlock) {
    this.type = type;
    this.subtype = subtype;
    this.formatType = formatType;
    this.dataBlock = dataBlock;
  }

  /** A group of these, 0..127. */
  static byte[] group(List<BiometricTemplate> templates) {
    byte[][] parts = new byte[1 + templates.size()][];
    parts[0] = Tlv.encode(INSTANCES, new byte[] {(byte) templates.size()});
    for (int i = 0; i < templates.size(); i++) {
      parts[1 + i] = templates.get(i).encode();
    }
    return Tlv.encode(GROUP, parts);
  }

  private byte[] encode() {
    byte[] header =
        Tlv.encode(
            HEADER,
            Tlv.encode(TYPE, new byte[] {(byte) type}),
            Tlv.encode(SUBTYPE, new byte[] {(byte) subtype}),
            Tlv.encode(FORMAT_OWNER, OWNER),
            Tlv.encode(FORMAT_TYPE, new byte[] {0, (byte) formatType}));
    int blockTag = formatType < FORMAT_39794_MIN ? OPAQUE_BLOCK : CONSTRUCTED_BLOCK;
    return Tlv.encode(TEMPLATE, header, Tlv.encode(blockTag, dataBlock));
  }

  @Override
  public String toString() {
    return "BiometricTemplate";
  }
}
