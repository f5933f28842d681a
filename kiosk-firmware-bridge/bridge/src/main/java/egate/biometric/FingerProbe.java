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
    quality =
        new FingerQuality(
            FingerTemplates.minutiae(template), FingerQuality.foregroundPercent(impression));
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
