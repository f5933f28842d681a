package egate.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egate.gate.GateState;
import egate.report.Check;
import egate.report.CheckResult;
import egate.report.Comparison;
import egate.report.ComparisonResult;
import egate.report.Judgement;
import egate.report.Modality;
import egate.report.Reason;
import egate.report.Report;
import egate.report.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lamps and doors do the same, in the same order and at the same time, whichever check failed. */
class RefusalTest {
  private final GateWorld world = new GateWorld(-1);

  /** The checks that can fail before the entry opens. */
  enum Failing {
    SOD_SIGNATURE(Check.SOD_SIGNATURE, Reason.SOD_SIGNATURE_WRONG, Judgement.REFUSED),
    CERTIFICATE_CHAIN(Check.CERTIFICATE_CHAIN, Reason.ISSUER_UNKNOWN, Judgement.REFERRED),
    DATA_GROUP_HASHES(Check.DATA_GROUP_HASHES, Reason.DATA_GROUP_ALTERED, Judgement.REFUSED),
    VALIDITY(Check.VALIDITY, Reason.DOCUMENT_EXPIRED, Judgement.REFUSED),
    CHIP(Check.CHIP_AUTHENTICATION, Reason.CHIP_NOT_GENUINE, Judgement.REFUSED);

    private final Check check;
    private final Reason reason;
    private final Judgement judgement;

    Failing(Check check, Reason reason, Judgement judgement) {
      this.check = check;
      this.reason = reason;
      this.judgement = judgement;
    }

    Report report() {
      Report.DocumentChecked good = (Report.DocumentChecked) Reports.ACCEPTED_DOCUMENT;
      return new Report.DocumentChecked(
          judgement,
          good.type(),
          good.issuingState(),
          good.access(),
          List.of(new CheckResult(check, Verdict.FAILED, reason)),
          good.readMillis(),
          good.judgeMillis());
    }
  }

  @ParameterizedTest
  @EnumSource
  void beforeTheEntryEveryRefusalLooksAlike(Failing failing) {
    FakeBridge bridge = world.idle();
    world.says(bridge, Reports.HOLD, GateState.Phase.READING);
    world.happened.clear();

    world.says(bridge, failing.report(), GateState.Phase.OFFICER);

    assertEquals(List.of("-lamp-reading", "+lamp-officer"), seen());
    assertEquals(Duration.ofMillis(1_500), world.deadline().minus(world.now()));
    world.happened.clear();
    world.pass(Duration.ofMillis(1_500));
    assertEquals(List.of("-lamp-officer", "+lamp-wait"), seen());
  }

  @Test
  void aDeadBridgeAndALateVerdictLookLikeARefusal() {
    world.says(world.idle(), Reports.HOLD, GateState.Phase.READING);
    world.happened.clear();
    world.bridge(1).dies(139);
    world.until(() -> world.phase() == GateState.Phase.OFFICER);
    assertEquals(List.of("-lamp-reading", "+lamp-officer"), seen());
  }

  @ParameterizedTest
  @EnumSource(
      value = Reason.class,
      names = {"FINGER_DIFFERS", "NO_FINGER_PRESENTED", "NO_REFERENCE", "FINGER_SENSOR_LOST"})
  void insideEveryReferralLooksAlike(Reason reason) {
    FakeBridge bridge = world.identifying();
    world.happened.clear();

    world.says(bridge, compared(reason), GateState.Phase.OFFICER);

    assertEquals(List.of("-lamp-identify", "+lamp-officer"), seen());
    world.happened.clear();
    world.pass(Duration.ofMillis(1_500));
    assertEquals(List.of("+entry-unlock"), seen());
  }

  private static Report compared(Reason reason) {
    Comparison comparison =
        reason == Reason.FINGER_DIFFERS ? Comparison.NON_MATCH : Comparison.NOT_EVALUATED;
    return new Report.TravellerCompared(
        Judgement.REFERRED,
        List.of(new ComparisonResult(Modality.FINGER, comparison, reason, 0, 40, 1)),
        100,
        10);
  }

  /** What stands in the journal, nobody at the gate sees. */
  private List<String> seen() {
    return new ArrayList<>(world.happened)
        .stream().filter(h -> h.startsWith("+") || h.startsWith("-")).toList();
  }
}
