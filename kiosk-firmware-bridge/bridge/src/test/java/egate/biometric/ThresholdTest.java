package egate.biometric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ThresholdTest {
  @Test
  void aThresholdIsTheTablesRoundedUpToAStep() {
    // 44.15 in the table.
    assertEquals(45, Threshold.forFalseMatchRate(100, 3).score());
    assertEquals(40, Threshold.forFalseMatchRate(1_000, 3).score());
    assertEquals(35, Threshold.forFalseMatchRate(1_000, 1).score());
  }

  @Test
  void betweenTheTablesLinesTheStricterServes() {
    assertEquals(45, Threshold.forFalseMatchRate(999, 2).score());
    assertEquals(45, Threshold.forFalseMatchRate(100, 2).score());
  }

  @Test
  void aRateThatNobodyMeasuredHasNoThreshold() {
    assertThrows(IllegalArgumentException.class, () -> Threshold.forFalseMatchRate(99));
    assertThrows(IllegalArgumentException.class, () -> Threshold.forFalseMatchRate(100, 4));
    assertThrows(IllegalArgumentException.class, () -> FingerThresholds.of(2, 3, "zfm", 100));
    assertThrows(IllegalArgumentException.class, () -> FingerThresholds.of(1, 1, "other", 1_000));
  }

  @Test
  void everyLineOfTheTableIsSupportedByItsPairs() {
    for (FingerThresholds.Row row : FingerThresholds.rows()) {
      // Each two fingers were compared both ways, which counts once.
      assertTrue(row.impostorPairs() / 2 >= Calibration.pairsFor(row.fmrPerMillion()), row + "");
    }
  }

  @Test
  void aReportedScoreReachesTheThresholdExactlyWhenTheScoreDoes() {
    var threshold = Threshold.forFalseMatchRate(100);
    assertTrue(threshold.reachedBy(new ComparisonScore(45)));
    assertEquals(45, new ComparisonScore(49.9).quantised());
    assertFalse(threshold.reachedBy(new ComparisonScore(44.99)));
    assertEquals(40, new ComparisonScore(44.99).quantised());
  }

  @Test
  void aReportedScoreIsBounded() {
    assertEquals(1_000, new ComparisonScore(1e12).quantised());
    assertThrows(IllegalArgumentException.class, () -> new ComparisonScore(Double.NaN));
  }
}
