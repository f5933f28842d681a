package egate.simulator.fuzz;

import egate.emrtd.Tlv;
import egate.emrtd.lds.EncodedImage;
import egate.simulator.document.BiometricFormat;
import egate.simulator.document.LogicalDataStructure;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Small valid data groups, biometric ones in both generations, for seeds. */
final class SampleDataGroups {
  private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1, 2, 3};
  private static final EncodedImage FACE = image(EncodedImage.Format.JPEG, 16, 16);
  private static final EncodedImage RAW = image(EncodedImage.Format.RAW_GREY, 3, 2);

  private SampleDataGroups() {}

  private static EncodedImage image(EncodedImage.Format format, int width, int height) {
    return new EncodedImage(format, width, height, new byte[width * height]);
  }

  static List<byte[]> dg2() {
    return Stream.of(BiometricFormat.values())
        .map(format -> LogicalDataStructure.dg2(FACE, format))
        .toList();
  }

  static List<byte[]> dg3() {
    return Stream.of(BiometricFormat.values())
        .map(format -> LogicalDataStructure.dg3(RAW, format))
        .toList();
  }

  static List<byte[]> dg4() {
    return Stream.of(BiometricFormat.values())
        .map(format -> LogicalDataStructure.dg4(RAW, format))
        .toList();
  }

  static List<byte[]> dg7() {
    return List.of(Tlv.encode(0x67, count(1), Tlv.encode(0x5F43, JPEG)));
  }

  static List<byte[]> dg11() {
    return List.of(
        Tlv.encode(
            0x6B,
            Tlv.encode(0x5C, new byte[] {0x5F, 0x0E, (byte) 0xA0, 0x5F, 0x2B, 0x5F, 0x16}),
            text(0x5F0E, "MÜLLER<<ANNA"),
            Tlv.encode(0xA0, count(1), text(0x5F0F, "A<<B")),
            text(0x5F2B, "19740812"),
            Tlv.encode(0x5F16, JPEG)));
  }

  static List<byte[]> dg12() {
    return List.of(
        Tlv.encode(
            0x6C,
            Tlv.encode(0x5C, new byte[] {0x5F, 0x19, 0x5F, 0x26, 0x5F, 0x1D}),
            text(0x5F19, "OFFICE"),
            Tlv.encode(0x5F26, new byte[] {0x20, 0x20, 0x05, 0x31}),
            Tlv.encode(0x5F1D, JPEG)));
  }

  static List<byte[]> dg13() {
    return List.of(Tlv.encode(0x6D, new byte[] {1, 2, 3}));
  }

  static List<byte[]> dg16() {
    byte[] person =
        Tlv.encode(0xA1, text(0x5F50, "20200531"), text(0x5F51, "X<<Y"), text(0x5F53, "A<B"));
    return List.of(Tlv.encode(0x70, count(1), person));
  }

  private static byte[] count(int number) {
    return Tlv.encode(0x02, new byte[] {(byte) number});
  }

  private static byte[] text(int tag, String text) {
    return Tlv.encode(tag, text.getBytes(StandardCharsets.UTF_8));
  }
}
