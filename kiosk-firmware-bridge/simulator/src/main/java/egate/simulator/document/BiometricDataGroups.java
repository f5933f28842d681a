package egate.simulator.document;

import egate.emrtd.Tlv;
import egate.emrtd.lds.EncodedImage;
import egate.emrtd.lds.FingerImage;
import egate.emrtd.lds.IrisImage;
import java.util.List;
import java.util.function.Function;

/**
 * DG2, DG3 and DG4 in either generation of the formats: a template for each image, as Doc 9303-10
 * section 4.7 recommends.
 */
public final class BiometricDataGroups {
  private static final int FACE = 2;
  private static final int FINGER = 8;
  private static final int IRIS = 16;

  private static final int RIGHT = 1;
  private static final int LEFT = 2;
  private static final int FINGERS_OF_A_HAND = 5;

  private BiometricDataGroups() {}

  /**
   * Facial images.
   *
   * @param faces JPEG or JPEG 2000
   */
  public static byte[] dg2(List<EncodedImage> faces, BiometricFormat format) {
    return group(ElementaryFile.DG2, faces, face -> template(face, format));
  }

  private static BiometricTemplate template(EncodedImage face, BiometricFormat format) {
    return switch (format) {
      case ISO_19794 -> new BiometricTemplate(FACE, 0, 8, FaceRecord.encode(face));
      case ISO_39794 -> new BiometricTemplate(FACE, 0, 42, Iso39794Block.face(face));
    };
  }

  /**
   * Fingerprints.
   *
   * @param fingers raw, WSQ, JPEG 2000, PNG; JPEG in the older generation only
   */
  public static byte[] dg3(List<FingerImage> fingers, BiometricFormat format) {
    return group(ElementaryFile.DG3, fingers, finger -> template(finger, format));
  }

  private static BiometricTemplate template(FingerImage finger, BiometricFormat format) {
    int subtype = subtype(finger.position());
    return switch (format) {
      case ISO_19794 -> new BiometricTemplate(FINGER, subtype, 7, FingerRecord.encode(finger));
      case ISO_39794 -> new BiometricTemplate(FINGER, subtype, 40, Iso39794Block.finger(finger));
    };
  }

  /** CBEFF counts a hand's fingers from the thumb, in bits 5 to 3 (ISO/IEC 7816-11 table C.2). */
  private static int subtype(int position) {
    int hand = position <= FINGERS_OF_A_HAND ? RIGHT : LEFT;
    return position == 0 ? 0 : ((position - 1) % FINGERS_OF_A_HAND + 1) << 2 | hand;
  }

  /**
   * Irises.
   *
   * @param irises raw or JPEG 2000; JPEG in the older generation only, PNG in the newer
   */
  public static byte[] dg4(List<IrisImage> irises, BiometricFormat format) {
    return group(ElementaryFile.DG4, irises, iris -> template(iris, format));
  }

  private static BiometricTemplate template(IrisImage iris, BiometricFormat format) {
    return switch (format) {
      case ISO_19794 -> new BiometricTemplate(IRIS, iris.eye(), 9, IrisRecord.encode(iris));
      case ISO_39794 -> new BiometricTemplate(IRIS, iris.eye(), 44, Iso39794Block.iris(iris));
    };
  }

  private static <T> byte[] group(
      ElementaryFile file, List<T> images, Function<T, BiometricTemplate> template) {
    List<BiometricTemplate> templates = images.stream().map(template).toList();
    return Tlv.encode(file.tag(), BiometricTemplate.group(templates));
  }
}
