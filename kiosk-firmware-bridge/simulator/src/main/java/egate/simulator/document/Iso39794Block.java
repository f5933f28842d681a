package egate.simulator.document;

import egate.emrtd.Tlv;
import egate.emrtd.lds.EncodedImage;
import egate.emrtd.lds.FingerImage;
import egate.emrtd.lds.IrisImage;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Blocks of ISO/IEC 39794 in the application profile of Doc 9303-10, one representation each, with
 * the mandatory elements and the size of a face. Elements carry context tags implicitly.
 */
final class Iso39794Block {
  private static final int ENCLOSURE = 0xA1;
  private static final int APPLICATION = 0x60;
  private static final int SEQUENCE = 0x30;
  private static final int PRIMITIVE = 0x80;
  private static final int CONSTRUCTED = 0xA0;

  private static final int GENERATION = 3;
  private static final int YEAR = 2_019;
  private static final int PLAIN_CONTACT = 0;
  private static final int IRIS_UNCROPPED = 1;
  private static final int UNDEFINED = 0;
  private static final int RANGE_FAILED = 1;

  private Iso39794Block() {}

  static byte[] face(EncodedImage image) {
    byte[] size = part(7, number(0, image.width()), number(1, image.height()));
    byte[] information = part(1, part(0, number(0, faceFormat(image.format()))), size);
    byte[] twoDimensional = part(0, part(0, octets(0, image.bytes()), information));
    return block(5, number(0, 0), part(1, twoDimensional));
  }

  static byte[] finger(FingerImage finger) {
    EncodedImage image = finger.image();
    return block(
        4,
        part(0, fallback(finger.position())),
        part(1, fallback(PLAIN_CONTACT)),
        part(2, number(0, fingerFormat(image.format()))),
        octets(3, content(image)));
  }

  static byte[] iris(IrisImage iris) {
    EncodedImage image = iris.image();
    return block(
        6,
        number(0, iris.eye()),
        part(1, fallback(IRIS_UNCROPPED)),
        number(2, 8),
        part(3, number(0, irisFormat(image.format()))),
        number(4, UNDEFINED),
        number(5, UNDEFINED),
        number(6, UNDEFINED),
        part(7, number(1, RANGE_FAILED)),
        part(8, number(0, YEAR)),
        octets(9, content(image)));
  }

  private static byte[] block(int standardPart, byte[]... representation) {
    byte[] version = part(0, number(0, GENERATION), number(1, YEAR));
    byte[] representations = part(1, Tlv.encode(SEQUENCE, representation));
    return Tlv.encode(ENCLOSURE, Tlv.encode(APPLICATION | standardPart, version, representations));
  }

  private static byte[] part(int number, byte[]... elements) {
    return Tlv.encode(CONSTRUCTED | number, elements);
  }

  private static byte[] octets(int number, byte[] bytes) {
    return Tlv.encode(PRIMITIVE | number, bytes);
  }

  private static byte[] number(int number, int value) {
    return octets(number, BigInteger.valueOf(value).toByteArray());
  }

  /** The profile chooses the extension of such a CHOICE, whose only element is the code. */
  private static byte[] fallback(int code) {
    return part(1, number(0, code));
  }

  /** Raw pixels become a portable grey map. */
  private static byte[] content(EncodedImage image) {
    if (image.format() != EncodedImage.Format.RAW_GREY) {
      return image.bytes();
    }
    byte[] header =
        "P5\n%d %d\n255\n"
            .formatted(image.width(), image.height())
            .getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(header.length + image.bytes().length)
        .put(header)
        .put(image.bytes())
        .array();
  }

  private static int faceFormat(EncodedImage.Format format) {
    return switch (format) {
      case JPEG -> 2;
      case JPEG_2000 -> 3;
      case RAW_GREY, WSQ, PNG, TIFF ->
          throw new IllegalArgumentException("a face block holds no " + format);
    };
  }

  private static int fingerFormat(EncodedImage.Format format) {
    return switch (format) {
      case RAW_GREY -> 0;
      case WSQ -> 1;
      case JPEG_2000 -> 2;
      case PNG -> 4;
      case JPEG, TIFF -> throw new IllegalArgumentException("a finger block holds no " + format);
    };
  }

  private static int irisFormat(EncodedImage.Format format) {
    return switch (format) {
      case RAW_GREY -> 0;
      case PNG -> 2;
      case JPEG_2000 -> 4;
      case WSQ, JPEG, TIFF ->
          throw new IllegalArgumentException("an iris block holds no " + format);
    };
  }
}
