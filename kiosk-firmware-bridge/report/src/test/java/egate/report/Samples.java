package egate.report;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** One message of each kind, and more where a kind has shapes. */
final class Samples {
  private Samples() {}

  static final List<Report> REPORTS =
      List.of(
          new Report.Ready(4711, 1234, new Versions(7, 0, 3)),
          new Report.DeviceHealth(Device.CAMERA, Health.LOST),
          new Report.Guidance(GuidanceCode.PLACE_FINGER),
          accepted(),
          new Report.DocumentChecked(
              Judgement.ABANDONED,
              DocumentType.UNKNOWN,
              IssuingState.UNKNOWN,
              AccessProtocol.NONE,
              List.of(),
              0,
              0),
          new Report.TravellerCompared(
              Judgement.REFERRED,
              List.of(
                  new ComparisonResult(
                      Modality.FINGER, Comparison.NON_MATCH, Reason.FINGER_DIFFERS, 15, 40, 2),
                  new ComparisonResult(
                      Modality.FACE, Comparison.NOT_EVALUATED, Reason.NO_APPROVED_MODEL, 0, 0, 1)),
              900,
              45),
          new Report.TerminalClock(true, 21),
          new Report.TerminalAsked(new TerminalChallenge(2, new byte[32])),
          new Report.Failed(Reason.CHIP_READER_LOST, Component.CHIP_READER, 77));

  static final List<Order> ORDERS =
      List.of(
          new Order.Begin(
              new PassagePolicy(100, 2, true, 30_000, 4_000, 40_000),
              new Versions(7, 0, 3),
              new WallClock(WallClock.BUILT, true)),
          new Order.Begin(
              new PassagePolicy(
                  1,
                  5,
                  false,
                  1_000,
                  100,
                  1_000,
                  new DocumentPolicy(
                      Set.of(new IssuingState("D"), new IssuingState("UTO")),
                      12,
                      Set.of(new Tolerance(Check.STOP_LIST, Verdict.ABORTED)))),
              new Versions(7, 0, 3),
              new WallClock(Instant.parse("9999-12-31T23:59:59Z"), false)),
          new Order.Identify(),
          new Order.SelfTest(Device.FINGER_SENSOR),
          new Order.TerminalSignature(2, new byte[64]),
          new Order.TerminalSignature(8, new byte[Order.TerminalSignature.BYTES_MAX]),
          new Order.TerminalSignature(1, new byte[0]),
          new Order.MoreTime(200),
          new Order.Hurry(),
          new Order.End());

  static Report.DocumentChecked accepted() {
    return new Report.DocumentChecked(
        Judgement.ACCEPTED,
        DocumentType.PASSPORT,
        new IssuingState("UTO"),
        AccessProtocol.BAC,
        List.of(
            passed(Check.MRZ_CONSISTENT),
            passed(Check.CHIP_ACCESS),
            passed(Check.SOD_SIGNATURE),
            passed(Check.CERTIFICATE_CHAIN),
            passed(Check.DATA_GROUP_HASHES),
            passed(Check.MRZ_EQUALS_DG1),
            passed(Check.VALIDITY),
            new CheckResult(Check.CHIP_AUTHENTICATION, Verdict.NOT_SUPPORTED, Reason.NOT_OFFERED)),
        1_700,
        12);
  }

  static CheckResult passed(Check check) {
    return new CheckResult(check, Verdict.PASSED, Reason.NONE);
  }
}
