package egate.biometric;

import com.machinezoo.sourceafis.FingerprintMatcher;
import com.machinezoo.sourceafis.FingerprintTemplate;
import egate.emrtd.lds.EncodedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Fingerprints compared by SourceAFIS. Where several fingers are on file the best of them counts:
 * nobody has said which one a single image is of.
 */
public final class SourceAfis implements ComparisonEngine<SourceAfis.Fingers> {
  private static final int FINGERS_MAX = 10;

  private final ImageLimits limits;

  public SourceAfis(ImageLimits limits) {
    this.limits = limits;
  }

  /** Templates of one person's fingers. Personal data: it has no string form. */
  public static final class Fingers {
    private final List<FingerprintTemplate> templates;

    private Fingers(List<FingerprintTemplate> templates) {
      this.templates = List.copyOf(templates);
    }

    @Override
    public String toString() {
      return "Fingers";
    }
  }

  @Override
  public Sample<Fingers> extract(List<EncodedImage> images) throws ImageUnreadableException {
    List<FingerProbe> fingers = new ArrayList<>();
    ImageUnreadableException lastFailure = new ImageUnreadableException("no image");
    for (EncodedImage image : images.stream().limit(FINGERS_MAX).toList()) {
      try {
        fingers.add(FingerProbe.of(ImageDecoder.decode(image, limits)));
      } catch (ImageUnreadableException e) {
        lastFailure = e;
      }
    }
    if (fingers.isEmpty()) {
      throw lastFailure;
    }
    return sample(fingers);
  }

  private static Sample<Fingers> sample(List<FingerProbe> fingers) {
    boolean sufficient = fingers.stream().anyMatch(finger -> finger.quality().sufficient());
    return Sample.of(
        new Fingers(fingers.stream().map(FingerProbe::template).toList()),
        fingers.stream().mapToInt(finger -> finger.quality().value()).max().orElse(0),
        sufficient ? Optional.empty() : Optional.of("quality_too_low"));
  }

  @Override
  public ToDoubleFunction<Fingers> against(Fingers reference) {
    List<FingerprintMatcher> matchers =
        reference.templates.stream().map(FingerprintMatcher::new).toList();
    return probe -> best(matchers, probe);
  }

  private static double best(List<FingerprintMatcher> matchers, Fingers probe) {
    double best = 0;
    for (FingerprintMatcher matcher : matchers) {
      for (FingerprintTemplate template : probe.templates) {
        best = Math.max(best, matcher.match(template));
      }
    }
    return best;
  }
}
