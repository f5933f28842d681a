package egate.emrtd.lds;

import egate.emrtd.MalformedDataException;
import java.util.ArrayList;
import java.util.List;

/**
 * DG4: irises (Doc 9303-10 section 4.7.4), in either generation of the format: ISO/IEC
 * 19794-6:2005, or 39794-6, which issuers may use since 2025.
 */
public final class Dg4 {
  private Dg4() {}

  /** The irises in their order; none where the issuer left the group empty. */
  public static List<IrisImage> parse(byte[] file) throws MalformedDataException {
    List<IrisImage> images = new ArrayList<>();
    for (byte[] block : BiometricTemplates.dataBlocks(file, LdsFile.DG4)) {
      images.addAll(
          Iso39794.isBlock(block) ? Iso39794Iris.parse(block) : Iso19794Iris.parse(block));
    }
    return images;
  }
}
