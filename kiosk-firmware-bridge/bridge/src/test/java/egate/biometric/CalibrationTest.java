package egate.biometric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  /** Scores 0.00, 0.01 and so on up to 39.99. */
  private static final double[] IMPOSTORS =
      IntStream.range(0, 4_000).mapToDouble(i -> (i * 7 % 4_000) / 100.0).toArray();

  @Test
  void noMoreImpostorsReachTheThresholdThanTheRateAllows() {
    Calibration calibration = new Calibration(IMPOSTORS, new double[] {50, 39, 40, 41}, 4_000);
    double threshold = calibration.threshold(1_000).orElseThrow();
    // Four of four thousand: 39.96 to 39.99.
    assertEquals(39.96, threshold, 1e-9);
    assertEquals(0.001, calibration.falseMatchRate(threshold), 1e-9);
    assertEquals(0.25, calibration.falseNonMatchRate(threshold), 1e-9);
  }

  @Test
  void aRateBelowWhatThePairsSupportHasNoThreshold() {
    assertEquals(30_000, Calibration.pairsFor(100));
    assertTrue(new Calibration(IMPOSTORS, new double[0], 4_000).threshold(100).isEmpty());
    assertTrue(new Calibration(IMPOSTORS, new double[0], 2_999).threshold(1_000).isEmpty());
    assertTrue(new Calibration(IMPOSTORS, new double[0], 3_000).threshold(1_000).isPresent());
  }

  @Test
  void withoutGenuinePairsTheOtherRateIsUnknown() {
    assertTrue(Double.isNaN(new Calibration(IMPOSTORS, new double[0], 1).falseNonMatchRate(1)));
  }
}
