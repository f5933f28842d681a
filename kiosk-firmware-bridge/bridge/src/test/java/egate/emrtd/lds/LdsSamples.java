package egate.emrtd.lds;

import egate.emrtd.Tlv;
import java.math.BigInteger;
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

  /** One right iris of 3 x 2 raw pixels, in a record of ISO/IEC 19794-6:2005. */
  public static byte[] dg4() {
    return group(0x76, iris(2, 8));
  }

  static byte[] iris(int format, int depth) {
    ByteBuffer record = ByteBuffer.allocate(45 + 3 + 11 + 6);
    record.put(ascii("IIR\0" + "010\0")).putInt(record.capacity());
    record.putShort((short) 0).put((byte) 1).putShort((short) 45);
    record.putInt(0).putShort((short) format).putShort((short) 3).putShort((short) 2);
    record.put((byte) depth).put(new byte[17]);
    record.put((byte) 1).putShort((short) 1).put(new byte[7]).putInt(6);
    return record.put(new byte[] {1, 2, 3, 4, 5, 6}).array();
  }

  /** A face of 300 x 400 pixels in JPEG, in a block of ISO/IEC 39794-5. */
  public static byte[] dg2Iso39794() {
    byte[] size = Tlv.encode(0xA7, number(0, 300), number(1, 400));
    byte[] information = Tlv.encode(0xA1, choice(0, number(0, 2)), size);
    byte[] image =
        Tlv.encode(0xA0, Tlv.encode(0xA0, Tlv.encode(0x80, ascii("a face")), information));
    return group39794(0x75, 5, Tlv.encode(0x30, number(0, 0), Tlv.encode(0xA1, image)));
  }

  /** Fingers of 3 x 2 pixels as grey maps, in a block of ISO/IEC 39794-4. */
  public static byte[] dg3Iso39794(int... positions) {
    byte[] representations = {};
    for (int position : positions) {
      byte[] pixels = join(ascii("P5\n3 2\n255\n"), new byte[] {1, 2, 3, 4, 5, (byte) position});
      representations = join(representations, finger(position, 0, pixels));
    }
    return group39794(0x63, 4, representations);
  }

  /** The position comes by its extension's fallback, as the ICAO profile has it. */
  static byte[] finger(int position, int format, byte[] image) {
    return Tlv.encode(
        0x30,
        choice(0, Tlv.encode(0xA1, number(0, position))),
        choice(1, Tlv.encode(0xA1, number(0, 0))),
        choice(2, number(0, format)),
        Tlv.encode(0x83, image));
  }

  /** A left iris in PNG, in a block of ISO/IEC 39794-6. */
  public static byte[] dg4Iso39794() {
    return group39794(
        0x76,
        6,
        Tlv.encode(
            0x30,
            number(0, 2),
            choice(1, number(0, 2)),
            number(2, 8),
            choice(3, number(0, 2)),
            number(4, 0),
            number(5, 0),
            number(6, 0),
            choice(7, number(0, 300)),
            Tlv.encode(0xA8, number(0, 2_026)),
            Tlv.encode(0x89, ascii("an iris"))));
  }

  static byte[] group39794(int tag, int part, byte[] representations) {
    byte[] block =
        Tlv.encode(
            0x60 | part,
            Tlv.encode(0xA0, number(0, 3), number(1, 2_019)),
            Tlv.encode(0xA1, representations));
    byte[] header = Tlv.encode(0xA1, Tlv.encode(0x87, new byte[] {1, 1}));
    byte[] template = Tlv.encode(0x7F60, header, Tlv.encode(0x7F2E, Tlv.encode(0xA1, block)));
    return Tlv.encode(tag, Tlv.encode(0x7F61, Tlv.encode(0x02, new byte[] {1}), template));
  }

  static byte[] choice(int number, byte[] chosen) {
    return Tlv.encode(0xA0 | number, chosen);
  }

  /** An INTEGER in as many bytes as it takes. */
  static byte[] number(int number, int value) {
    byte[] bytes = BigInteger.valueOf(value).toByteArray();
    return Tlv.encode(0x80 | number, bytes);
  }

  /** Two signatures in JPEG. */
  public static byte[] dg7() {
    return Tlv.encode(
        0x67,
        Tlv.encode(0x02, new byte[] {2}),
        Tlv.encode(0x5F43, jpeg("one")),
        Tlv.encode(0x5F43, jpeg("two")));
  }

  private static byte[] jpeg(String rest) {
    return join(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}, ascii(rest));
  }

  public static byte[] dg11() {
    return Tlv.encode(
        0x6B,
        Tlv.encode(0x5C, new byte[] {0x5F, 0x0E, (byte) 0xA0, 0x5F, 0x2B, 0x5F, 0x42, 0x5F, 0x16}),
        text(0x5F0E, "MÜLLER<<ANNA"),
        Tlv.encode(
            0xA0, Tlv.encode(0x02, new byte[] {2}), text(0x5F0F, "A<<B"), text(0x5F0F, "C<<D")),
        text(0x5F2B, "19740812"),
        text(0x5F42, "1 STREET<TOWN"),
        Tlv.encode(0x5F16, jpeg("proof")));
  }

  public static byte[] dg12() {
    return Tlv.encode(
        0x6C,
        Tlv.encode(0x5C, new byte[] {0x5F, 0x19, 0x5F, 0x26, 0x5F, 0x1D, 0x5F, 0x55}),
        text(0x5F19, "OFFICE OF UTOPIA"),
        Tlv.encode(0x5F26, new byte[] {0x20, 0x20, 0x05, 0x31}),
        Tlv.encode(0x5F1D, jpeg("front")),
        text(0x5F55, "20200531120000"));
  }

  public static byte[] dg13() {
    return Tlv.encode(0x6D, new byte[] {1, 2, 3});
  }

  public static byte[] dg16() {
    byte[] first =
        Tlv.encode(
            0xA1,
            text(0x5F50, "20200531"),
            text(0x5F51, "MÜLLER<<EVA"),
            text(0x5F52, "+00 1"),
            text(0x5F53, "1 STREET<TOWN"));
    byte[] second = Tlv.encode(0xA2, text(0x5F50, "20210601"), text(0x5F51, "X<<Y"));
    return Tlv.encode(0x70, Tlv.encode(0x02, new byte[] {2}), first, second);
  }

  private static byte[] text(int tag, String text) {
    return Tlv.encode(tag, text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] join(byte[] a, byte[] b) {
    return ByteBuffer.allocate(a.length + b.length).put(a).put(b).array();
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
