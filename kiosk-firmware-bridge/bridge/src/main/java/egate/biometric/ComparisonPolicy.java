package egate.biometric;

import egate.report.Comparison;
import egate.report.ComparisonResult;
import egate.report.Judgement;
import egate.report.Modality;
import java.util.List;

/**
 * What the comparisons of one passage mean together. A comparison never refuses a traveller: where
 * it does not speak for them, an officer looks.
 */
public final class ComparisonPolicy {
  private ComparisonPolicy() {}

  /**
   * Accepted only if a finger matched, nothing was found to differ, and every wanted modality was
   * reported on.
   *
   * <p>A face that was not evaluated neither helps nor hinders: until a model is approved, the
   * finger alone decides.
   *
   * @param faceWanted whether a face result must be among the results, be it not evaluated
   */
  public static Judgement judge(List<ComparisonResult> results, boolean faceWanted) {
    boolean differs = results.stream().anyMatch(r -> r.comparison() == Comparison.NON_MATCH);
    boolean fingerMatches =
        results.stream()
            .anyMatch(r -> r.modality() == Modality.FINGER && r.comparison() == Comparison.MATCH);
    boolean faceMissing =
        faceWanted && results.stream().noneMatch(r -> r.modality() == Modality.FACE);
    return fingerMatches && !differs && !faceMissing ? Judgement.ACCEPTED : Judgement.REFERRED;
  }
}
