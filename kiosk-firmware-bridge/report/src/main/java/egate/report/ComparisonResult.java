package egate.report;

/**
 * One modality's comparison.
 *
 * @param score comparison score rounded down to a multiple of {@link #SCORE_STEP}, 0..1,000, so
 *     that it says little about the traveller; zero when not evaluated
 * @param threshold the score from which the policy speaks of a match, 0..1,000
 * @param tries presentations that were captured, 0..5
 */
public record ComparisonResult(
    Modality modality, Comparison comparison, Reason reason, int score, int threshold, int tries) {

  /** Scores leave the bridge in steps of this size. */
  public static final int SCORE_STEP = 5;

  public ComparisonResult {
    Ranges.check("score", score, 0, 1_000);
    Ranges.check("threshold", threshold, 0, 1_000);
    Ranges.check("tries", tries, 0, 5);
    if (score % SCORE_STEP != 0) {
      throw new IllegalArgumentException("score " + score + " is not quantised");
    }
    if ((comparison == Comparison.MATCH) != (reason == Reason.NONE)) {
      throw new IllegalArgumentException(modality + " is " + comparison + " because " + reason);
    }
  }
}
