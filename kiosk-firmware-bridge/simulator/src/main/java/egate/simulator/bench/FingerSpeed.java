package egate.simulator.bench;

import com.machinezoo.sourceafis.FingerprintImage;
import com.machinezoo.sourceafis.FingerprintImageOptions;
import com.machinezoo.sourceafis.FingerprintMatcher;
import com.machinezoo.sourceafis.FingerprintTemplate;
import egate.biometric.GreyImage;
import egate.biometric.ImageLimits;
import egate.biometric.ImageUnreadableException;
import egate.biometric.SourceAfis;
import egate.emrtd.lds.EncodedImage;
import egate.simulator.finger.Placement;
import egate.simulator.finger.SyntheticFinger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Extraction and match by the gate's code against SourceAFIS alone, in turn on the same images. */
final class FingerSpeed {
  private static final int ROUNDS = 5;

  private final SourceAfis engine = new SourceAfis(ImageLimits.CHIP);
  private final List<GreyImage> images = new ArrayList<>();

  /** Sum of all scores, which keeps the compiler from leaving the matching out. */
  private double matched;

  FingerSpeed(long seed, int count) {
    var random = new SplittableRandom(seed);
    for (int i = 0; i < count; i++) {
      var finger = new SyntheticFinger(random.nextLong());
      images.add(finger.impression(random.nextLong(), Placement.ordinary(random)));
    }
  }

  /** Median milliseconds an image of both, ours first. */
  double[] millis() throws ImageUnreadableException {
    List<Double> ours = new ArrayList<>();
    List<Double> bare = new ArrayList<>();
    for (int round = 0; round <= ROUNDS; round++) {
      double our = ours();
      double their = bare();
      // The first round warms up.
      if (round > 0) {
        ours.add(our);
        bare.add(their);
      }
    }
    if (Double.isNaN(matched)) {
      throw new IllegalStateException("a score is no number");
    }
    return new double[] {median(ours), median(bare)};
  }

  private double ours() throws ImageUnreadableException {
    long begin = System.nanoTime();
    for (GreyImage image : images) {
      var encoded =
          new EncodedImage(
              EncodedImage.Format.RAW_GREY, image.width(), image.height(), image.pixels());
      var fingers = engine.extract(List.of(encoded)).features().orElseThrow();
      matched += engine.against(fingers).applyAsDouble(fingers);
    }
    return (System.nanoTime() - begin) / 1e6 / images.size();
  }

  private double bare() {
    long begin = System.nanoTime();
    for (GreyImage image : images) {
      var options = new FingerprintImageOptions().dpi(500);
      var template =
          new FingerprintTemplate(
              new FingerprintImage(image.width(), image.height(), image.pixels(), options));
      matched += new FingerprintMatcher(template).match(template);
    }
    return (System.nanoTime() - begin) / 1e6 / images.size();
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
