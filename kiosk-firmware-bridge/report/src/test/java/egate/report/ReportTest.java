package egate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

  @Test
  void aDocumentIsNotAcceptedWithoutEachOfTheCoreChecks() {
    Report.DocumentChecked good = Samples.accepted();
    for (CheckResult result : good.checks().subList(2, 7)) {
      List<CheckResult> without = new ArrayList<>(good.checks());
      without.remove(result);
      assertThrows(IllegalArgumentException.class, () -> checked(Judgement.ACCEPTED, without));
    }
  }

  @Test
  void aDocumentIsNotAcceptedBesideAFailedCheck() {
    List<CheckResult> checks = new ArrayList<>(Samples.accepted().checks());
    checks.set(
        7, new CheckResult(Check.ACTIVE_AUTHENTICATION, Verdict.FAILED, Reason.CHIP_PROTOCOL));
    assertThrows(IllegalArgumentException.class, () -> checked(Judgement.ACCEPTED, checks));
  }

  @Test
  void causesFollowTheWrittenOrderOfPrecedence() {
    Report.DocumentChecked refused =
        checked(
            Judgement.REFUSED,
            List.of(
                new CheckResult(
                    Check.CERTIFICATE_CHAIN, Verdict.UNDETERMINED, Reason.ISSUER_UNKNOWN),
                new CheckResult(Check.VALIDITY, Verdict.FAILED, Reason.DOCUMENT_EXPIRED),
                new CheckResult(
                    Check.CHIP_AUTHENTICATION, Verdict.NOT_SUPPORTED, Reason.NOT_OFFERED)));
    assertEquals(List.of(Reason.DOCUMENT_EXPIRED, Reason.ISSUER_UNKNOWN), refused.causes());
  }

  @Test
  void checksOutOfOrderOrTwiceAreNoReport() {
    CheckResult first = Samples.passed(Check.CHIP_ACCESS);
    assertThrows(
        IllegalArgumentException.class, () -> checked(Judgement.REFERRED, List.of(first, first)));
    assertThrows(
        IllegalArgumentException.class,
        () -> checked(Judgement.REFERRED, List.of(first, Samples.passed(Check.MRZ_CONSISTENT))));
  }

  @Test
  void aTravellerIsNotAcceptedWithoutAMatch() {
    ComparisonResult face =
        new ComparisonResult(
            Modality.FACE, Comparison.NOT_EVALUATED, Reason.NO_APPROVED_MODEL, 0, 0, 1);
    ComparisonResult differs =
        new ComparisonResult(
            Modality.FINGER, Comparison.NON_MATCH, Reason.FINGER_DIFFERS, 10, 40, 1);
    for (List<ComparisonResult> results :
        List.of(List.<ComparisonResult>of(), List.of(face), List.of(differs, face))) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new Report.TravellerCompared(Judgement.ACCEPTED, results, 0, 0));
    }
  }

  @Test
  void aFineScoreCannotLeave() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new ComparisonResult(Modality.FINGER, Comparison.MATCH, Reason.NONE, 87, 40, 1));
  }

  @Test
  void anIssuingStateHoldsNothingButAState() {
    for (String text : List.of("utopia", "UTOP", "U1", "D<<", "\u00c4")) {
      assertThrows(IllegalArgumentException.class, () -> new IssuingState(text), text);
    }
  }

  private static Report.DocumentChecked checked(Judgement judgement, List<CheckResult> checks) {
    return new Report.DocumentChecked(
        judgement,
        DocumentType.PASSPORT,
        new IssuingState("UTO"),
        AccessProtocol.BAC,
        checks,
        1,
        1);
  }
}
