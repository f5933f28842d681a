package egate.emrtd.lds;

import egate.emrtd.MalformedDataException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Facial images in blocks of ISO/IEC 39794-5:2019. */
final class Iso39794Face {
  private static final int PART = 5;
  private static final int REPRESENTATION_ID = 0;
  private static final int IMAGE = 1;
  private static final int BASE = 0;
  private static final int TWO_DIMENSIONAL = 0;
  private static final int DATA = 0;
  private static final int INFORMATION = 1;
  private static final int FORMAT = 0;
  private static final int SIZE = 7;
  private static final int WIDTH = 0;
  private static final int HEIGHT = 1;
  private static final int SIDE_MAX = 65_535;

  private Iso39794Face() {}

  static List<EncodedImage> parse(byte[] block) throws MalformedDataException {
    List<EncodedImage> images = new ArrayList<>();
    for (TaggedBlock representation : Iso39794.representations(block, PART)) {
      representation.number(REPRESENTATION_ID, 0, Integer.MAX_VALUE);
      images.add(image(representation.block(IMAGE).block(BASE).block(TWO_DIMENSIONAL)));
    }
    return images;
  }

  private static EncodedImage image(TaggedBlock block) throws MalformedDataException {
    TaggedBlock information = block.block(INFORMATION);
    EncodedImage.Format format = format(information.code(FORMAT, 255));
    Optional<TaggedBlock> size = information.optionalBlock(SIZE);
    int width = size.isPresent() ? size.get().number(WIDTH, 0, SIDE_MAX) : 0;
    int height = size.isPresent() ? size.get().number(HEIGHT, 0, SIDE_MAX) : 0;
    byte[] data = block.octets(DATA);
    if (data.length == 0) {
      throw new MalformedDataException("facial image of no bytes");
    }
    return new EncodedImage(format, width, height, data);
  }

  private static EncodedImage.Format format(int code) throws MalformedDataException {
    return switch (code) {
      case 2 -> EncodedImage.Format.JPEG;
      case 3, 4 -> EncodedImage.Format.JPEG_2000; // with loss, without
      default -> throw new MalformedDataException("facial image of unknown format " + code);
    };
  }
}
