package egate.simulator.fuzz;

import egate.emrtd.lds.EncodedImage;
import egate.emrtd.lds.FingerImage;
import egate.emrtd.lds.IrisImage;
import egate.simulator.document.BiometricDataGroups;
import egate.simulator.document.BiometricFormat;
import egate.simulator.document.Contact;
import egate.simulator.document.LogicalDataStructure;
import egate.simulator.document.Particulars;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.LongStream;

/** Small valid data groups for seeds. */
final class SampleDataGroups {
  private static final int SEEDS = 4;
  private static final EncodedImage FACE = image(EncodedImage.Format.JPEG, 16, 16);
  private static final EncodedImage RAW = image(EncodedImage.Format.RAW_GREY, 3, 2);
  private static final EncodedImage PACKED = image(EncodedImage.Format.JPEG_2000, 3, 2);

  private SampleDataGroups() {}

  private static EncodedImage image(EncodedImage.Format format, int width, int height) {
    return new EncodedImage(format, width, height, new byte[width * height]);
  }

  static List<byte[]> dg2(BiometricFormat... formats) {
    return of(formats, format -> BiometricDataGroups.dg2(List.of(FACE, PACKED), format));
  }

  static List<byte[]> dg3(BiometricFormat... formats) {
    List<FingerImage> fingers = List.of(new FingerImage(2, RAW), new FingerImage(7, PACKED));
    return of(formats, format -> BiometricDataGroups.dg3(fingers, format));
  }

  static List<byte[]> dg4(BiometricFormat... formats) {
    List<IrisImage> irises = List.of(new IrisImage(1, RAW), new IrisImage(2, PACKED));
    return of(formats, format -> BiometricDataGroups.dg4(irises, format));
  }

  private static List<byte[]> of(
      BiometricFormat[] formats, Function<BiometricFormat, byte[]> encoder) {
    return Arrays.stream(formats).map(encoder).toList();
  }

  static List<byte[]> dg7() {
    return drawn(particulars -> LogicalDataStructure.dg7(particulars.signatures()));
  }

  static List<byte[]> dg11() {
    return drawn(particulars -> particulars.holderDetails().encode());
  }

  static List<byte[]> dg12() {
    return drawn(particulars -> particulars.documentDetails().encode());
  }

  static List<byte[]> dg13() {
    return List.of(LogicalDataStructure.dg13(new byte[] {1, 2, 3}));
  }

  static List<byte[]> dg16() {
    return drawn(particulars -> Contact.encode(particulars.contacts()));
  }

  private static List<byte[]> drawn(Function<Particulars, byte[]> encoder) {
    return LongStream.range(0, SEEDS)
        .mapToObj(seed -> encoder.apply(new Particulars(new SplittableRandom(seed))))
        .toList();
  }
}
