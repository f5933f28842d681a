package egate.simulator.finger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egate.biometric.FingerComparator;
import egate.biometric.FingerProbe;
import egate.biometric.FingerReference;
import egate.biometric.GreyImage;
import egate.biometric.Threshold;
import egate.emrtd.lds.EncodedImage;
import egate.emrtd.lds.EncodedImage.Format;
import egate.report.Comparison;
import egate.report.ComparisonResult;
import egate.report.Reason;
import egate.simulator.document.ImageEncoder;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Generated fingers go through the gate's own decoder and comparator as a traveller's would. */
class SeparationTest {
  private static final int FINGERS = 12;
  private static final Threshold THRESHOLD = Threshold.forFalseMatchRate(100);
  private static List<FingerComparator> references = List.of();
  private static List<FingerProbe> ordinary = List.of();
  private static List<FingerProbe> bad = List.of();

  @BeforeAll
  static void enrolAndTouch() {
    var fingers = IntStream.range(0, FINGERS).mapToObj(SyntheticFinger::new).toList();
    references = fingers.stream().map(SeparationTest::enrol).toList();
    var random = new SplittableRandom(2);
    ordinary = fingers.stream().map(f -> touch(f, Placement.ordinary(random), random)).toList();
    bad = fingers.stream().map(f -> touch(f, Placement.bad(random), random)).toList();
  }

  @Test
  void everyFingerMatchesItself() {
    var scores = new IntSummaryStatistics();
    for (int i = 0; i < FINGERS; i++) {
      ComparisonResult result = compare(i, ordinary.get(i));
      scores.accept(result.score());
      assertEquals(Comparison.MATCH, result.comparison(), "finger " + i);
    }
    System.out.println("genuine scores of synthetic fingers: " + scores);
  }

  @Test
  void noFingerMatchesAnother() {
    var scores = new IntSummaryStatistics();
    for (int i = 0; i < FINGERS * FINGERS; i++) {
      if (i / FINGERS != i % FINGERS) {
        ComparisonResult result = compare(i / FINGERS, ordinary.get(i % FINGERS));
        scores.accept(result.score());
        assertEquals(Reason.FINGER_DIFFERS, result.reason(), "pair " + i);
      }
    }
    System.out.println("impostor scores of synthetic fingers: " + scores);
  }

  @Test
  void aBadPlacementIsNotCompared() {
    for (int i = 0; i < FINGERS; i++) {
      assertEquals(Reason.QUALITY_TOO_LOW, compare(i, bad.get(i)).reason(), "finger " + i);
    }
  }

  private static ComparisonResult compare(int reference, FingerProbe probe) {
    return references.get(reference).compare(List.of(probe), 1);
  }

  private static FingerComparator enrol(SyntheticFinger finger) {
    byte[] dg3 = ImageEncoder.jpeg2000(finger.impression(1, Placement.enrolment()));
    var image =
        new EncodedImage(Format.JPEG_2000, SyntheticFinger.WIDTH, SyntheticFinger.HEIGHT, dg3);
    try {
      return new FingerComparator(FingerReference.of(List.of(image)), THRESHOLD);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static FingerProbe touch(
      SyntheticFinger finger, Placement placement, SplittableRandom random) {
    GreyImage impression = finger.impression(random.nextLong(), placement);
    return new FingerProbe(SyntheticFinger.fourBit(impression));
  }
}
