package egate.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egate.report.Check;
import egate.report.CheckResult;
import egate.report.Judgement;
import egate.report.Reason;
import egate.report.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InspectionPolicyTest {
  @Test
  void judgesEveryVerdictOnEveryCheck() {
    for (Check check : Check.values()) {
      boolean clone = check == Check.CHIP_AUTHENTICATION || check == Check.ACTIVE_AUTHENTICATION;
      assertEquals(Judgement.ACCEPTED, judge(check, Verdict.PASSED));
      assertEquals(Judgement.REFUSED, judge(check, Verdict.FAILED));
      assertEquals(Judgement.REFERRED, judge(check, Verdict.UNDETERMINED));
      assertEquals(Judgement.REFERRED, judge(check, Verdict.ABORTED));
      assertEquals(
          clone ? Judgement.ACCEPTED : Judgement.REFERRED, judge(check, Verdict.NOT_SUPPORTED));
    }
  }

  @Test
  void oneFailureOutweighsWhatCouldNotBeTold() {
    assertEquals(
        Judgement.REFUSED,
        InspectionPolicy.judge(
            List.of(
                Verdicts.undetermined(Check.CERTIFICATE_CHAIN, Reason.ISSUER_UNKNOWN),
                Verdicts.failed(Check.VALIDITY, Reason.DOCUMENT_EXPIRED))));
  }

  /** One check with this verdict, all others passed. */
  private static Judgement judge(Check special, Verdict verdict) {
    List<CheckResult> checks = new ArrayList<>();
    for (Check check : Check.values()) {
      checks.add(
          check == special && verdict != Verdict.PASSED
              ? new CheckResult(check, verdict, Reason.NOT_BUILT)
              : Verdicts.passed(check));
    }
    return InspectionPolicy.judge(checks);
  }
}
