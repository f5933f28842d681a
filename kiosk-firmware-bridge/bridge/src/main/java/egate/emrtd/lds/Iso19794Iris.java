package egate.emrtd.lds;

import egate.emrtd.MalformedDataException;
import java.util.ArrayList;
import java.util.List;

/** Irises in records of ISO/IEC 19794-6:2005. */
final class Iso19794Iris {
  private static final int FORMAT_IIR = 0x49495200;
  private static final int VERSION_010 = 0x30313000;
  private static final int HEADER_BYTES = 45;
  private static final int FEATURES_MAX = 2;
  private static final int IMAGES_MAX = 4;
  private static final int DEVICE_UNIQUE_BYTES = 16;
  private static final int DEPTH_GREY = 8;

  private final Fields fields;
  private final List<IrisImage> images = new ArrayList<>();
  private int format;
  private int width;
  private int height;

  private Iso19794Iris(Fields fields) {
    this.fields = fields;
  }

  static List<IrisImage> parse(byte[] block) throws MalformedDataException {
    Iso19794Iris record = new Iso19794Iris(new Fields(block));
    int features = record.header(block.length);
    for (int i = 0; i < features; i++) {
      record.feature();
    }
    record.fields.requireEnd();
    return record.images;
  }

  /** How many eyes follow. */
  private int header(int length) throws MalformedDataException {
    if (fields.number(4) != FORMAT_IIR || fields.number(4) != VERSION_010) {
      throw new MalformedDataException("DG4 is no iris record of ISO/IEC 19794-6:2005");
    }
    if (fields.number(4) != length) {
      throw new MalformedDataException("iris record claims another length");
    }
    fields.skip(2); // capture device
    int features = fields.number(1);
    if (features < 1 || features > FEATURES_MAX || fields.number(2) != HEADER_BYTES) {
      throw new MalformedDataException("iris record of " + features + " eyes");
    }
    fields.skip(4); // properties, diameter
    format = fields.number(2);
    width = fields.number(2);
    height = fields.number(2);
    int depth = fields.number(1);
    if (format == Format.RAW && depth != DEPTH_GREY) {
      throw new MalformedDataException("raw iris image of " + depth + " bits a pixel");
    }
    fields.skip(1 + DEVICE_UNIQUE_BYTES); // transformation, device
    return features;
  }

  private void feature() throws MalformedDataException {
    int eye = fields.number(1);
    int count = fields.number(2);
    if (eye > IrisImage.EYE_MAX || count < 1 || count > IMAGES_MAX) {
      throw new MalformedDataException("iris " + eye + " of " + count + " images");
    }
    for (int i = 0; i < count; i++) {
      fields.skip(7); // number, quality, rotation and its uncertainty
      images.add(new IrisImage(eye, image(fields.bytes(fields.number(4)))));
    }
  }

  private EncodedImage image(byte[] data) throws MalformedDataException {
    if (data.length == 0 || (format == Format.RAW && data.length != (long) width * height)) {
      throw new MalformedDataException("iris image of another size");
    }
    return new EncodedImage(Format.of(format), width, height, data);
  }

  /** Codes of the image format; colour of raw pixels and JPEG-LS cannot be read here. */
  private static final class Format {
    private static final int RAW = 0x02;

    private static EncodedImage.Format of(int code) throws MalformedDataException {
      return switch (code) {
        case RAW -> EncodedImage.Format.RAW_GREY;
        case 0x06, 0x08 -> EncodedImage.Format.JPEG; // grey, colour
        case 0x0E, 0x10 -> EncodedImage.Format.JPEG_2000;
        default -> throw new MalformedDataException("iris image of unknown format " + code);
      };
    }
  }
}
