package egate.emrtd.lds;

import egate.emrtd.MalformedDataException;
import java.util.ArrayList;
import java.util.List;

/** Fingerprints in records of ISO/IEC 19794-4:2005. */
final class Iso19794Finger {
  private static final int FORMAT_FIR = 0x46495200;
  private static final int VERSION_010 = 0x30313000;
  private static final int FINGERS_MAX = 10;
  private static final int VIEWS_MAX = 4;
  private static final int POSITION_MAX = 10;

  /** Capture device, acquisition level. */
  private static final int BEFORE_COUNT_BYTES = 4;

  /** Scale units and four resolutions. */
  private static final int RESOLUTION_BYTES = 9;

  private static final int DEPTH_GREY = 8;
  private static final int FINGER_HEADER_BYTES = 14;

  private Iso19794Finger() {}

  static List<FingerImage> parse(byte[] block) throws MalformedDataException {
    List<FingerImage> images = new ArrayList<>();
    parseRecord(new Fields(block), block.length, images);
    return images;
  }

  private static void parseRecord(Fields fields, int length, List<FingerImage> images)
      throws MalformedDataException {
    if (fields.number(4) != FORMAT_FIR || fields.number(4) != VERSION_010) {
      throw new MalformedDataException("DG3 is no finger record of ISO/IEC 19794-4:2005");
    }
    fields.skip(2); // the record length has six bytes, of which the first two are zero
    if (fields.number(4) != length) {
      throw new MalformedDataException("finger record claims another length");
    }
    fields.skip(BEFORE_COUNT_BYTES);
    int fingers = fields.number(1);
    fields.skip(RESOLUTION_BYTES);
    int depth = fields.number(1);
    EncodedImage.Format format = format(fields.number(1));
    fields.skip(2);
    if (fingers > FINGERS_MAX || depth != DEPTH_GREY) {
      throw new MalformedDataException(fingers + " fingers of " + depth + " bits a pixel");
    }
    for (int i = 0; i < fingers; i++) {
      parseFinger(fields, format, images);
    }
    fields.requireEnd();
  }

  /** The views of one finger, each with its own header that repeats their count. */
  private static void parseFinger(
      Fields fields, EncodedImage.Format format, List<FingerImage> images)
      throws MalformedDataException {
    int views = parseView(fields, format, images);
    if (views < 1 || views > VIEWS_MAX) {
      throw new MalformedDataException("finger of " + views + " views");
    }
    for (int view = 2; view <= views; view++) {
      parseView(fields, format, images);
    }
  }

  private static int parseView(Fields fields, EncodedImage.Format format, List<FingerImage> images)
      throws MalformedDataException {
    int blockBytes = fields.number(4);
    int position = fields.number(1);
    int views = fields.number(1);
    fields.skip(3); // number of this view, quality, impression type
    int width = fields.number(2);
    int height = fields.number(2);
    fields.skip(1);
    if (position > POSITION_MAX || blockBytes <= FINGER_HEADER_BYTES) {
      throw new MalformedDataException("finger " + position + " in " + blockBytes + " bytes");
    }
    byte[] image = fields.bytes(blockBytes - FINGER_HEADER_BYTES);
    if (format == EncodedImage.Format.RAW_GREY && image.length != (long) width * height) {
      throw new MalformedDataException("raw finger image of another size");
    }
    images.add(new FingerImage(position, new EncodedImage(format, width, height, image)));
    return views;
  }

  private static EncodedImage.Format format(int compression) throws MalformedDataException {
    return switch (compression) {
      case 0 -> EncodedImage.Format.RAW_GREY;
      case 2 -> EncodedImage.Format.WSQ;
      case 3 -> EncodedImage.Format.JPEG;
      case 4 -> EncodedImage.Format.JPEG_2000;
      case 5 -> EncodedImage.Format.PNG;
      default -> throw new MalformedDataException("finger image of compression " + compression);
    };
  }
}
