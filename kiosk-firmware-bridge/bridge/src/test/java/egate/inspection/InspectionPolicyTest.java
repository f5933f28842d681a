package egate.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egate.report.Check;
import egate.report.CheckResult;
import egate.report.DocumentPolicy;
import egate.report.Judgement;
import egate.report.Reason;
import egate.report.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InspectionPolicyTest {
  @Test
  void judgesEveryVerdictOnEveryCheck() {
    for (Check check : Check.values()) {
      boolean clone = check == Check.CHIP_AUTHENTICATION || check == Check.ACTIVE_AUTHENTICATION;
      assertEquals(Judgement.ACCEPTED, judge(check, Verdict.PASSED));
      assertEquals(
          check == Check.ELIGIBILITY ? Judgement.REFERRED : Judgement.REFUSED,
          judge(check, Verdict.FAILED));
      // The other of the two detections of a copy passed, and one is enough.
      Judgement otherwise = clone ? Judgement.ACCEPTED : Judgement.REFERRED;
      assertEquals(otherwise, judge(check, Verdict.UNDETERMINED));
      assertEquals(otherwise, judge(check, Verdict.ABORTED));
      boolean optional =
          clone
              || check == Check.TERMINAL_AUTHENTICATION
              || check == Check.SIGNER_REVOCATION
              || check == Check.STOP_LIST;
      assertEquals(
          optional ? Judgement.ACCEPTED : Judgement.REFERRED, judge(check, Verdict.NOT_SUPPORTED));
    }
  }

  @Test
  void demandsOneDetectionOfCopiedChipsWhereOneIsOffered() {
    CheckResult notOffered =
        new CheckResult(Check.ACTIVE_AUTHENTICATION, Verdict.NOT_SUPPORTED, Reason.NOT_OFFERED);
    CheckResult unknown =
        Verdicts.undetermined(Check.CHIP_AUTHENTICATION, Reason.ALGORITHM_NOT_SUPPORTED);
    assertEquals(
        Judgement.REFERRED,
        InspectionPolicy.judge(List.of(unknown, notOffered), DocumentPolicy.STANDARD));
    assertEquals(
        Judgement.ACCEPTED,
        InspectionPolicy.judge(
            List.of(unknown, Verdicts.passed(Check.ACTIVE_AUTHENTICATION)),
            DocumentPolicy.STANDARD));
  }

  @Test
  void oneFailureOutweighsWhatCouldNotBeTold() {
    assertEquals(
        Judgement.REFUSED,
        InspectionPolicy.judge(
            List.of(
                Verdicts.undetermined(Check.CERTIFICATE_CHAIN, Reason.ISSUER_UNKNOWN),
                Verdicts.failed(Check.VALIDITY, Reason.DOCUMENT_EXPIRED)),
            DocumentPolicy.STANDARD));
  }

  @Test
  void aCopyMustBeToldWhereThePolicyToleratesNothing() {
    List<CheckResult> checks = new ArrayList<>();
    for (Check check : Check.values()) {
      boolean clone = check == Check.CHIP_AUTHENTICATION || check == Check.ACTIVE_AUTHENTICATION;
      checks.add(
          clone
              ? new CheckResult(check, Verdict.NOT_SUPPORTED, Reason.NOT_OFFERED)
              : Verdicts.passed(check));
    }
    DocumentPolicy strict = new DocumentPolicy(Set.of(), 0, Set.of());
    assertEquals(Judgement.REFERRED, InspectionPolicy.judge(checks, strict));
    assertEquals(Judgement.ACCEPTED, InspectionPolicy.judge(checks, DocumentPolicy.STANDARD));
  }

  /** One check with this verdict, all others passed. */
  private static Judgement judge(Check special, Verdict verdict) {
    List<CheckResult> checks = new ArrayList<>();
    for (Check check : Check.values()) {
      checks.add(
          check == special && verdict != Verdict.PASSED
              ? new CheckResult(check, verdict, Reason.NOT_OFFERED)
              : Verdicts.passed(check));
    }
    return InspectionPolicy.judge(checks, DocumentPolicy.STANDARD);
  }
}
