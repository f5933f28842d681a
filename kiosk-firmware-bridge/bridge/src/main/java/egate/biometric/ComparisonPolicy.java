package egate.biometric;

import egate.report.Comparison;
import egate.report.ComparisonResult;
import egate.report.Judgement;
import egate.report.Modality;
import egate.report.Reason;
import java.util.List;

/**
 * What the comparisons of one passage mean together. A comparison never refuses a traveller: where
 * it does not speak for them, an officer looks.
 */
public final class ComparisonPolicy {
  private ComparisonPolicy() {}

  /**
   * Accepted only if nothing was found to differ, a modality matched, and every wanted one was
   * reported on.
   *
   * <p>As long as no model pack is configured, a face neither helps nor hinders: the finger alone
   * decides. Once one is, a wanted face must match beside the finger; and it alone is enough where
   * there was no finger to compare, because the document holds none or the skin does not read.
   *
   * @param faceWanted whether a face result must be among the results, be it not evaluated
   * @param faceDecides whether a model pack is configured
   */
  public static Judgement judge(
      List<ComparisonResult> results, boolean faceWanted, boolean faceDecides) {
    boolean differs = results.stream().anyMatch(r -> r.comparison() == Comparison.NON_MATCH);
    boolean faceMissing =
        faceWanted && results.stream().noneMatch(r -> r.modality() == Modality.FACE);
    boolean finger = matches(results, Modality.FINGER);
    boolean face = matches(results, Modality.FACE);
    boolean enough = finger;
    if (faceWanted && faceDecides) {
      enough = face && (finger || noFingerToCompare(results));
    }
    return enough && !differs && !faceMissing ? Judgement.ACCEPTED : Judgement.REFERRED;
  }

  private static boolean matches(List<ComparisonResult> results, Modality modality) {
    return results.stream()
        .anyMatch(r -> r.modality() == modality && r.comparison() == Comparison.MATCH);
  }

  /** Not the sensor's fault, and not a finger that nobody presented. */
  private static boolean noFingerToCompare(List<ComparisonResult> results) {
    return results.stream()
        .filter(r -> r.modality() == Modality.FINGER)
        .allMatch(r -> r.reason() == Reason.NO_REFERENCE || r.reason() == Reason.QUALITY_TOO_LOW);
  }
}
