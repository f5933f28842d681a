package egate.emrtd.lds;

import egate.emrtd.MalformedDataException;
import java.util.ArrayList;
import java.util.List;

/**
 * DG3: fingerprints (Doc 9303-10 section 4.7.3), in either generation of the format: ISO/IEC
 * 19794-4:2005, or 39794-4, which issuers may use since 2025.
 */
public final class Dg3 {
  private Dg3() {}

  /** The fingerprints in their order; none where the issuer left the group empty. */
  public static List<FingerImage> parse(byte[] file) throws MalformedDataException {
    List<FingerImage> images = new ArrayList<>();
    for (byte[] block : BiometricTemplates.dataBlocks(file, LdsFile.DG3)) {
      images.addAll(
          Iso39794.isBlock(block) ? Iso39794Finger.parse(block) : Iso19794Finger.parse(block));
    }
    return images;
  }
}
