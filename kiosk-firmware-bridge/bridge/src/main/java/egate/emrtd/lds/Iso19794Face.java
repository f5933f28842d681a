package egate.emrtd.lds;

import egate.emrtd.MalformedDataException;
import java.util.ArrayList;
import java.util.List;

/** Facial images in records of ISO/IEC 19794-5:2005. */
final class Iso19794Face {
  private static final int FORMAT_FAC = 0x46414300;
  private static final int VERSION_010 = 0x30313000;
  private static final int FACES_MAX = 16;

  /** Block length, feature points, gender, eyes, hair, properties, expression, pose. */
  private static final int INFORMATION_BYTES = 20;

  private static final int FEATURE_POINT_BYTES = 8;
  private static final int IMAGE_INFORMATION_BYTES = 12;

  private Iso19794Face() {}

  static List<EncodedImage> parse(byte[] block) throws MalformedDataException {
    List<EncodedImage> images = new ArrayList<>();
    parseRecord(new Fields(block), block.length, images);
    return images;
  }

  private static void parseRecord(Fields fields, int length, List<EncodedImage> images)
      throws MalformedDataException {
    if (fields.number(4) != FORMAT_FAC || fields.number(4) != VERSION_010) {
      throw new MalformedDataException("DG2 is no facial record of ISO/IEC 19794-5:2005");
    }
    if (fields.number(4) != length) {
      throw new MalformedDataException("facial record claims another length");
    }
    int faces = fields.number(2);
    if (faces < 1 || faces > FACES_MAX) {
      throw new MalformedDataException("facial record of " + faces + " images");
    }
    for (int i = 0; i < faces; i++) {
      images.add(parseImage(fields));
    }
    fields.requireEnd();
  }

  private static EncodedImage parseImage(Fields fields) throws MalformedDataException {
    int blockBytes = fields.number(4);
    int featurePoints = fields.number(2);
    int featureBytes = featurePoints * FEATURE_POINT_BYTES;
    fields.skip(INFORMATION_BYTES - 4 - 2 + featureBytes);
    fields.skip(1); // kind of portrait
    EncodedImage.Format format = format(fields.number(1));
    int width = fields.number(2);
    int height = fields.number(2);
    fields.skip(IMAGE_INFORMATION_BYTES - 1 - 1 - 2 - 2);
    int imageBytes = blockBytes - INFORMATION_BYTES - featureBytes - IMAGE_INFORMATION_BYTES;
    if (imageBytes < 1) {
      throw new MalformedDataException("facial image of " + imageBytes + " bytes");
    }
    return new EncodedImage(format, width, height, fields.bytes(imageBytes));
  }

  private static EncodedImage.Format format(int code) throws MalformedDataException {
    return switch (code) {
      case 0 -> EncodedImage.Format.JPEG;
      case 1 -> EncodedImage.Format.JPEG_2000;
      default -> throw new MalformedDataException("facial image of unknown type " + code);
    };
  }
}
