package egate.biometric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ThresholdTest {
  @Test
  void oneFalseMatchInTenThousandNeedsAScoreOfForty() {
    assertEquals(40, Threshold.forFalseMatchRate(100).score());
  }

  @Test
  void ratesBetweenStepsAreRoundedToTheSafeSide() {
    assertEquals(45, Threshold.forFalseMatchRate(99).score());
    assertEquals(45, Threshold.forFalseMatchRate(50).score());
  }

  @Test
  void theEndsOfThePolicysRangeAreKnown() {
    assertEquals(60, Threshold.forFalseMatchRate(1).score());
    assertEquals(20, Threshold.forFalseMatchRate(10_000).score());
    assertThrows(IllegalArgumentException.class, () -> Threshold.forFalseMatchRate(0));
    assertThrows(IllegalArgumentException.class, () -> Threshold.forFalseMatchRate(10_001));
  }

  @Test
  void aReportedScoreReachesTheThresholdExactlyWhenTheScoreDoes() {
    var threshold = Threshold.forFalseMatchRate(100);
    assertTrue(threshold.reachedBy(new ComparisonScore(40)));
    assertEquals(40, new ComparisonScore(44.9).quantised());
    assertFalse(threshold.reachedBy(new ComparisonScore(39.99)));
    assertEquals(35, new ComparisonScore(39.99).quantised());
  }

  @Test
  void aReportedScoreIsBounded() {
    assertEquals(1_000, new ComparisonScore(1e12).quantised());
    assertThrows(IllegalArgumentException.class, () -> new ComparisonScore(Double.NaN));
  }
}
