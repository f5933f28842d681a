package egate.biometric;

import com.machinezoo.sourceafis.FingerprintTemplate;

/** One impression that the sensor captured. Personal data: it has no string form. */
public final class FingerProbe {
  private final FingerprintTemplate template;
  private final FingerQuality quality;

  /**
   * Extracts the template.
   *
   * @param impression 500 dpi, ridges dark
   */
  public FingerProbe(GreyImage impression) {
    template = FingerTemplates.extract(impression);
    quality = FingerQuality.of(impression, FingerTemplates.minutiae(template));
  }

  /**
   * Extracts the template of an image that may be anything.
   *
   * @throws ImageUnreadableException if the extraction fails, as it does for a few pixels
   */
  static FingerProbe of(GreyImage image) throws ImageUnreadableException {
    try {
      return new FingerProbe(image);
    } catch (RuntimeException e) {
      throw new ImageUnreadableException("image: too small or odd for a fingerprint");
    }
  }

  public FingerQuality quality() {
    return quality;
  }

  FingerprintTemplate template() {
    return template;
  }

  @Override
  public String toString() {
    return "FingerProbe";
  }
}
