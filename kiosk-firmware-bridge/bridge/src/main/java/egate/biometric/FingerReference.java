package egate.biometric;

import com.machinezoo.sourceafis.FingerprintMatcher;
import com.machinezoo.sourceafis.FingerprintTemplate;
import egate.emrtd.lds.EncodedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * The fingers that a document holds in DG3. Personal data: it has no string form.
 *
 * <p>That a reference could be decoded says nothing of its origin; only passive authentication of
 * DG3 does.
 */
public final class FingerReference {
  private static final int FINGERS_MAX = 10;

  private final List<FingerprintMatcher> fingers;

  private FingerReference(List<FingerprintMatcher> fingers) {
    this.fingers = fingers;
  }

  /**
   * Decodes and extracts. An image that cannot be read is left out as long as another can; images
   * after the tenth are not looked at.
   *
   * @param images of DG3, at least one, 500 dpi
   * @throws ImageUnreadableException if none can be read
   */
  public static FingerReference of(List<EncodedImage> images) throws ImageUnreadableException {
    var fingers = new ArrayList<FingerprintMatcher>();
    var lastFailure = new ImageUnreadableException("DG3: holds no image");
    for (EncodedImage image : images.stream().limit(FINGERS_MAX).toList()) {
      try {
        fingers.add(new FingerprintMatcher(FingerTemplates.extract(ImageDecoder.decode(image))));
      } catch (ImageUnreadableException e) {
        lastFailure = e;
      }
    }
    if (fingers.isEmpty()) {
      throw lastFailure;
    }
    return new FingerReference(List.copyOf(fingers));
  }

  /** Fingers that could be read, 1..10. */
  public int fingers() {
    return fingers.size();
  }

  ComparisonScore bestScore(FingerprintTemplate probe) {
    double best = 0;
    for (FingerprintMatcher finger : fingers) {
      best = Math.max(best, finger.match(probe));
    }
    return new ComparisonScore(best);
  }

  @Override
  public String toString() {
    return "FingerReference";
  }
}
