package egate.biometric;

import egate.report.Comparison;
import egate.report.ComparisonResult;
import egate.report.Modality;
import egate.report.Reason;
import java.util.List;

/**
 * Compares probes with the document's fingers.
 *
 * <p>The highest score decides. Each further reference finger and each further probe is one more
 * chance of a false match, so the rate of a whole passage is up to their product times the
 * threshold's. Adding scores of two fingers separates better, and belongs here once kiosks capture
 * two.
 */
public final class FingerComparator {
  private final FingerReference reference;
  private final Threshold threshold;

  public FingerComparator(FingerReference reference, Threshold threshold) {
    this.reference = reference;
    this.threshold = threshold;
  }

  /**
   * Compares every probe of sufficient quality; not evaluated if there is none.
   *
   * @param probes captured so far
   * @param tries presentations so far, 0..5
   */
  public ComparisonResult compare(List<FingerProbe> probes, int tries) {
    return probes.stream()
        .filter(probe -> probe.quality().sufficient())
        .map(probe -> reference.bestScore(probe.template()))
        .reduce((one, other) -> other.higherThan(one) ? other : one)
        .map(best -> decide(best, tries))
        .orElseGet(() -> notEvaluated(Reason.QUALITY_TOO_LOW, threshold, tries));
  }

  /** The result where there was nothing to compare. */
  public static ComparisonResult notEvaluated(Reason reason, Threshold threshold, int tries) {
    return new ComparisonResult(
        Modality.FINGER, Comparison.NOT_EVALUATED, reason, 0, threshold.score(), tries);
  }

  private ComparisonResult decide(ComparisonScore best, int tries) {
    boolean match = threshold.reachedBy(best);
    return new ComparisonResult(
        Modality.FINGER,
        match ? Comparison.MATCH : Comparison.NON_MATCH,
        match ? Reason.NONE : Reason.FINGER_DIFFERS,
        best.quantised(),
        threshold.score(),
        tries);
  }
}
