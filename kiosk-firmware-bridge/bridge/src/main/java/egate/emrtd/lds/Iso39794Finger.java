package egate.emrtd.lds;

import egate.emrtd.MalformedDataException;
import java.util.ArrayList;
import java.util.List;

/** Fingerprints in blocks of ISO/IEC 39794-4:2019. */
final class Iso39794Finger {
  private static final int PART = 4;
  private static final int POSITION = 0;

  /** Single fingers alone; slaps and palms have higher codes. */
  private static final int POSITION_MAX = 10;

  private static final int IMPRESSION = 1;
  private static final int FORMAT = 2;
  private static final int DATA = 3;

  private Iso39794Finger() {}

  static List<FingerImage> parse(byte[] block) throws MalformedDataException {
    List<FingerImage> fingers = new ArrayList<>();
    for (TaggedBlock representation : Iso39794.representations(block, PART)) {
      int position = representation.code(POSITION, POSITION_MAX);
      representation.code(IMPRESSION, 255);
      EncodedImage image = image(representation.code(FORMAT, 255), representation.octets(DATA));
      fingers.add(new FingerImage(position, image));
    }
    return fingers;
  }

  /** The block names no size; the image's own header does. */
  private static EncodedImage image(int format, byte[] data) throws MalformedDataException {
    if (data.length == 0) {
      throw new MalformedDataException("finger image of no bytes");
    }
    return switch (format) {
      case 0 -> GreyMap.parse(data);
      case 1 -> new EncodedImage(EncodedImage.Format.WSQ, 0, 0, data);
      case 2, 3 -> new EncodedImage(EncodedImage.Format.JPEG_2000, 0, 0, data);
      case 4 -> new EncodedImage(EncodedImage.Format.PNG, 0, 0, data);
      default -> throw new MalformedDataException("finger image of unknown format " + format);
    };
  }
}
