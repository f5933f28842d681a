package egate.simulator.document;

import egate.emrtd.lds.EncodedImage;
import egate.emrtd.lds.EncodedImage.Format;
import egate.emrtd.lds.FingerImage;
import egate.emrtd.lds.IrisImage;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Faces, fingers and irises of every format that a data group may hold; noise, in small sizes. */
final class RandomImages {
  private static final int SIDE_MAX = 24;
  private static final int FINGERS_MAX = 10;
  private static final int FEW = 3;

  private final SplittableRandom random;

  RandomImages(long seed) {
    random = new SplittableRandom(seed);
  }

  List<EncodedImage> faces() {
    List<EncodedImage> faces = new ArrayList<>();
    for (int i = random.nextInt(1, FEW); i >= 0; i--) {
      faces.add(image(List.of(Format.JPEG, Format.JPEG_2000)));
    }
    return faces;
  }

  List<FingerImage> fingers(BiometricFormat generation) {
    List<FingerImage> fingers = new ArrayList<>();
    Format other = generation == BiometricFormat.ISO_19794 ? Format.JPEG : Format.PNG;
    List<Format> formats = List.of(Format.RAW_GREY, Format.WSQ, Format.JPEG_2000, other);
    for (int i = random.nextInt(FINGERS_MAX); i > 0; i--) {
      fingers.add(new FingerImage(random.nextInt(FINGERS_MAX + 1), image(formats)));
    }
    return fingers;
  }

  List<IrisImage> irises(BiometricFormat generation) {
    List<IrisImage> irises = new ArrayList<>();
    Format other = generation == BiometricFormat.ISO_19794 ? Format.JPEG : Format.PNG;
    for (int i = random.nextInt(FEW); i > 0; i--) {
      EncodedImage image = image(List.of(Format.RAW_GREY, Format.JPEG_2000, other));
      irises.add(new IrisImage(random.nextInt(FEW), image));
    }
    return irises;
  }

  byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private EncodedImage image(List<Format> formats) {
    int width = random.nextInt(1, SIDE_MAX);
    int height = random.nextInt(1, SIDE_MAX);
    Format format = formats.get(random.nextInt(formats.size()));
    return new EncodedImage(format, width, height, bytes(width * height));
  }
}
