package egate.emrtd.lds;

import egate.emrtd.MalformedDataException;
import java.util.ArrayList;
import java.util.List;

/**
 * DG2: facial images (Doc 9303-10 section 4.7.2), in either generation of the format: ISO/IEC
 * 19794-5:2005, or 39794-5, which issuers may use since 2025.
 */
public final class Dg2 {
  private Dg2() {}

  /** The facial images in their order; at least one. */
  public static List<EncodedImage> parse(byte[] file) throws MalformedDataException {
    List<EncodedImage> images = new ArrayList<>();
    for (byte[] block : BiometricTemplates.dataBlocks(file, LdsFile.DG2)) {
      images.addAll(
          Iso39794.isBlock(block) ? Iso39794Face.parse(block) : Iso19794Face.parse(block));
    }
    if (images.isEmpty()) {
      throw new MalformedDataException("DG2 without a facial image");
    }
    return images;
  }
}
