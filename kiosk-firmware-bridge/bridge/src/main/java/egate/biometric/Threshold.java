package egate.biometric;

import egate.report.ComparisonResult;

/**
 * The score from which a finger comparison is a match.
 *
 * <p>SourceAFIS scales its scores so that the threshold for a false match rate is {@code -10 *
 * log10(FMR)}: 30 stands for 0.1 %, 40 for 0.01 % (its author's estimate,
 * https://sourceafis.machinezoo.com/threshold). That is no measurement of this gate's sensor; until
 * one is made, the rate is what the policy asks for, not what it is known to get.
 *
 * @param score a multiple of {@link ComparisonResult#SCORE_STEP}, 0..1,000, so that a score
 *     reported in those steps reaches it exactly when the score itself does
 */
public record Threshold(int score) {
  private static final double SCORE_AT_ONE_PER_MILLION = 60;

  public Threshold {
    if (score < 0 || score > 1_000 || score % ComparisonResult.SCORE_STEP != 0) {
      throw new IllegalArgumentException("threshold " + score);
    }
  }

  /**
   * The least threshold that keeps a false match rate.
   *
   * @param fmrPerMillion false matches in a million comparisons of different fingers, 1..10,000
   */
  public static Threshold forFalseMatchRate(int fmrPerMillion) {
    if (fmrPerMillion < 1 || fmrPerMillion > 10_000) {
      throw new IllegalArgumentException(fmrPerMillion + " false matches per million");
    }
    double exact = SCORE_AT_ONE_PER_MILLION - 10 * Math.log10(fmrPerMillion);
    int step = ComparisonResult.SCORE_STEP;
    return new Threshold((int) Math.ceil(exact / step) * step);
  }

  boolean reachedBy(ComparisonScore comparison) {
    return comparison.value() >= score;
  }
}
