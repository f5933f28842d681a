package egate.inspection;

import egate.report.Check;
import egate.report.CheckResult;
import egate.report.DocumentPolicy;
import egate.report.Judgement;
import egate.report.Verdict;
import java.util.EnumSet;
import java.util.List;

/**
 * What becomes of a document, given its checks and the gate's policy. That a chip is no copy has to
 * be told by one check of two; whether it may be told by none, the policy says.
 */
public final class InspectionPolicy {
  private static final EnumSet<Check> CLONE_DETECTION =
      EnumSet.of(Check.CHIP_AUTHENTICATION, Check.ACTIVE_AUTHENTICATION);

  private InspectionPolicy() {}

  /** One failed check refuses; one that could not tell refers; otherwise the document is good. */
  public static Judgement judge(List<CheckResult> checks, DocumentPolicy policy) {
    if (checks.stream().anyMatch(InspectionPolicy::refuses)) {
      return Judgement.REFUSED;
    }
    boolean provedOnce =
        checks.stream().anyMatch(check -> isCloneDetection(check) && isPassed(check));
    return checks.stream()
            .allMatch(
                check ->
                    isPassed(check)
                        || (isCloneDetection(check) && provedOnce)
                        || policy.tolerates(check))
        ? Judgement.ACCEPTED
        : Judgement.REFERRED;
  }

  /** A document that is not for this gate is no bad document. */
  private static boolean refuses(CheckResult check) {
    return check.verdict() == Verdict.FAILED && check.check() != Check.ELIGIBILITY;
  }

  private static boolean isPassed(CheckResult check) {
    return check.verdict() == Verdict.PASSED;
  }

  private static boolean isCloneDetection(CheckResult check) {
    return CLONE_DETECTION.contains(check.check());
  }
}
