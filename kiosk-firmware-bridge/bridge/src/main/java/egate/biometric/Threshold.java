package egate.biometric;

import egate.report.ComparisonResult;

/**
 * The score from which a finger comparison is a match, out of {@link FingerThresholds}: a bare
 * number says nothing of the rate that it keeps.
 *
 * @param score a multiple of {@link ComparisonResult#SCORE_STEP}, 0..1,000, so that a score
 *     reported in those steps reaches it exactly when the score itself does
 */
public record Threshold(int score) {
  private static final int TRIES_MAX = 3;

  public Threshold {
    if (score < 0 || score > 1_000 || score % ComparisonResult.SCORE_STEP != 0) {
      throw new IllegalArgumentException("threshold " + score);
    }
  }

  /** Of one finger and up to three tries on the ZFM sensor. */
  public static Threshold forFalseMatchRate(int fmrPerMillion) {
    return forFalseMatchRate(fmrPerMillion, TRIES_MAX);
  }

  /**
   * Of one finger on the ZFM sensor: the table's score, rounded up to a step.
   *
   * @param fmrPerMillion false matches in a million impostors, 100..10,000
   * @param tries that an impostor has, 1..3
   * @throws IllegalArgumentException if no such threshold is calibrated
   */
  public static Threshold forFalseMatchRate(int fmrPerMillion, int tries) {
    double exact = FingerThresholds.of(1, tries, "zfm", fmrPerMillion).score();
    int step = ComparisonResult.SCORE_STEP;
    return new Threshold((int) Math.ceil(exact / step) * step);
  }

  boolean reachedBy(ComparisonScore comparison) {
    return comparison.value() >= score;
  }
}
