package egate.inspection;

import egate.report.Check;
import egate.report.CheckResult;
import egate.report.Judgement;
import egate.report.Verdict;
import java.util.EnumSet;
import java.util.List;

/**
 * What becomes of a document, given its checks.
 *
 * <p>A missing detection of cloned chips is tolerated for now, because neither chip authentication
 * nor active authentication is built yet. The issue that builds them demands one of the two and
 * takes this exception away. Every other check that is not supported refers to the officer.
 */
public final class InspectionPolicy {
  private static final EnumSet<Check> CLONE_DETECTION =
      EnumSet.of(Check.CHIP_AUTHENTICATION, Check.ACTIVE_AUTHENTICATION);

  private InspectionPolicy() {}

  /** One failed check refuses; one that could not tell refers; otherwise the document is good. */
  public static Judgement judge(List<CheckResult> checks) {
    if (checks.stream().anyMatch(check -> check.verdict() == Verdict.FAILED)) {
      return Judgement.REFUSED;
    }
    return checks.stream().allMatch(InspectionPolicy::tolerated)
        ? Judgement.ACCEPTED
        : Judgement.REFERRED;
  }

  private static boolean tolerated(CheckResult result) {
    return switch (result.verdict()) {
      case PASSED -> true;
      case NOT_SUPPORTED -> CLONE_DETECTION.contains(result.check());
      case FAILED, UNDETERMINED, ABORTED -> false;
    };
  }
}
