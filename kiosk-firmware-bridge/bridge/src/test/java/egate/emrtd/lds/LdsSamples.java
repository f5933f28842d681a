package egate.emrtd.lds;

import egate.emrtd.Tlv;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Small valid files, built byte by byte as the standards lay them out. */
public final class LdsSamples {
  private LdsSamples() {}

  public static byte[] efCom(LdsFile... groups) {
    byte[] tags = new byte[groups.length];
    for (int i = 0; i < groups.length; i++) {
      tags[i] = (byte) groups[i].tag();
    }
    return Tlv.encode(
        0x60,
        Tlv.encode(0x5F01, ascii("0107")),
        Tlv.encode(0x5F36, ascii("040000")),
        Tlv.encode(0x5C, tags));
  }

  public static byte[] dg1(String mrz) {
    return Tlv.encode(0x61, Tlv.encode(0x5F1F, ascii(mrz)));
  }

  /** Two faces of 8 bytes each, the first with a feature point. */
  public static byte[] dg2() {
    ByteBuffer record = ByteBuffer.allocate(14 + 48 + 40);
    record.put(ascii("FAC\0" + "010\0")).putInt(record.capacity()).putShort((short) 2);
    face(record, 1, 0, ascii("firstone"));
    face(record, 0, 1, ascii("secondon"));
    return group(0x75, record.array());
  }

  private static void face(ByteBuffer record, int featurePoints, int type, byte[] image) {
    record.putInt(20 + 8 * featurePoints + 12 + image.length).putShort((short) featurePoints);
    record.put(new byte[14 + 8 * featurePoints]);
    record.put((byte) 1).put((byte) type).putShort((short) 300).putShort((short) 400);
    record.put(new byte[6]).put(image);
  }

  /** One template a finger, each of 6 raw pixels. */
  public static byte[] dg3(int... positions) {
    byte[][] records = new byte[positions.length][];
    for (int i = 0; i < positions.length; i++) {
      records[i] = fingers(0, positions[i]);
    }
    return group(0x63, records);
  }

  /** One record of several fingers, each of 3 x 2 pixels or of 6 compressed bytes. */
  static byte[] fingers(int compression, int... positions) {
    ByteBuffer record = ByteBuffer.allocate(32 + 20 * positions.length);
    record.put(ascii("FIR\0" + "010\0")).putShort((short) 0).putInt(record.capacity());
    record.put(
        new byte[] {0, 0, 0, 31, (byte) positions.length, 1, 1, -12, 1, -12, 1, -12, 1, -12});
    record.put(new byte[] {8, (byte) compression, 0, 0});
    for (int position : positions) {
      record.putInt(20).put(new byte[] {(byte) position, 1, 1, 80, 0, 0, 3, 0, 2, 0});
      record.put(new byte[] {10, 20, 30, 40, 50, (byte) position});
    }
    return record.array();
  }

  /** A biometric information group template. */
  static byte[] group(int tag, byte[]... records) {
    byte[] templates = {};
    for (byte[] record : records) {
      byte[] header = Tlv.encode(0xA1, Tlv.encode(0x87, new byte[] {1, 1}));
      templates = join(templates, Tlv.encode(0x7F60, header, Tlv.encode(0x5F2E, record)));
    }
    byte[] count = Tlv.encode(0x02, new byte[] {(byte) records.length});
    return Tlv.encode(tag, Tlv.encode(0x7F61, count, templates));
  }

  private static byte[] join(byte[] a, byte[] b) {
    return ByteBuffer.allocate(a.length + b.length).put(a).put(b).array();
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
