package egate.biometric;

import com.machinezoo.fingerprintio.TemplateFormat;
import com.machinezoo.sourceafis.FingerprintCompatibility;
import com.machinezoo.sourceafis.FingerprintImage;
import com.machinezoo.sourceafis.FingerprintImageOptions;
import com.machinezoo.sourceafis.FingerprintTemplate;

/**
 * Makes SourceAFIS templates of pixels; of pixels alone, since its image decoders guess formats.
 */
final class FingerTemplates {
  /** The fingers of DG3 (ISO/IEC 19794-4) and the sensors have this resolution. */
  private static final double DOTS_PER_INCH = 500;

  // Record header of 24 bytes, then position, view and impression type, quality, count.
  private static final int MINUTIAE_COUNT_AT = 27;

  private FingerTemplates() {}

  static FingerprintTemplate extract(GreyImage image) {
    var options = new FingerprintImageOptions().dpi(DOTS_PER_INCH);
    return new FingerprintTemplate(
        new FingerprintImage(image.width(), image.height(), image.pixels(), options));
  }

  /** Minutiae in a template, 0..255, as its ISO/IEC 19794-2:2005 form counts them. */
  static int minutiae(FingerprintTemplate template) {
    byte[] exported =
        FingerprintCompatibility.exportTemplates(TemplateFormat.ISO_19794_2_2005, template);
    return exported[MINUTIAE_COUNT_AT] & 0xFF;
  }
}
