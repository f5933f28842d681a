package egate.emrtd.lds;

import egate.emrtd.MalformedDataException;
import java.util.ArrayList;
import java.util.List;

/** Irises in blocks of ISO/IEC 39794-6:2021. */
final class Iso39794Iris {
  private static final int PART = 6;
  private static final int EYE = 0;
  private static final int BIT_DEPTH = 2;
  private static final int FORMAT = 3;
  private static final int DATA = 9;

  private Iso39794Iris() {}

  static List<IrisImage> parse(byte[] block) throws MalformedDataException {
    List<IrisImage> irises = new ArrayList<>();
    for (TaggedBlock representation : Iso39794.representations(block, PART)) {
      int eye = representation.number(EYE, 0, IrisImage.EYE_MAX);
      representation.number(BIT_DEPTH, 8, 24);
      EncodedImage image = image(representation.code(FORMAT, 255), representation.octets(DATA));
      irises.add(new IrisImage(eye, image));
    }
    return irises;
  }

  private static EncodedImage image(int format, byte[] data) throws MalformedDataException {
    if (data.length == 0) {
      throw new MalformedDataException("iris image of no bytes");
    }
    return switch (format) {
      case 0 -> GreyMap.parse(data);
      case 2 -> new EncodedImage(EncodedImage.Format.PNG, 0, 0, data);
      case 3, 4 -> new EncodedImage(EncodedImage.Format.JPEG_2000, 0, 0, data);
      default -> throw new MalformedDataException("iris image of unknown format " + format);
    };
  }
}
