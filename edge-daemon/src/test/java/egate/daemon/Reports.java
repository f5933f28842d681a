package egate.daemon;

import egate.report.AccessProtocol;
import egate.report.Check;
import egate.report.CheckResult;
import egate.report.Comparison;
import egate.report.ComparisonResult;
import egate.report.Component;
import egate.report.Device;
import egate.report.DocumentType;
import egate.report.GuidanceCode;
import egate.report.Health;
import egate.report.IssuingState;
import egate.report.Judgement;
import egate.report.Modality;
import egate.report.Reason;
import egate.report.Report;
import egate.report.Verdict;
import java.util.List;
import java.util.stream.Stream;

/** Reports of an ordinary passage. */
final class Reports {
  static final Report HEALTHY = new Report.DeviceHealth(Device.CAMERA, Health.OK);
  static final Report PRESENT = new Report.Guidance(GuidanceCode.PRESENT_DOCUMENT);
  static final Report HOLD = new Report.Guidance(GuidanceCode.HOLD_DOCUMENT);
  static final Report AGAIN = new Report.Guidance(GuidanceCode.PRESENT_DOCUMENT_AGAIN);
  static final Report PLACE_FINGER = new Report.Guidance(GuidanceCode.PLACE_FINGER);
  static final Report FINGER_SENSOR_LOST =
      new Report.Failed(Reason.FINGER_SENSOR_LOST, Component.FINGER_SENSOR, 42);

  static final Report ACCEPTED_DOCUMENT =
      new Report.DocumentChecked(
          Judgement.ACCEPTED,
          DocumentType.PASSPORT,
          new IssuingState("UTO"),
          AccessProtocol.BAC,
          Stream.of(
                  Check.MRZ_CONSISTENT,
                  Check.SOD_SIGNATURE,
                  Check.CERTIFICATE_CHAIN,
                  Check.DATA_GROUP_HASHES,
                  Check.MRZ_EQUALS_DG1,
                  Check.VALIDITY)
              .map(check -> new CheckResult(check, Verdict.PASSED, Reason.NONE))
              .toList(),
          3_000,
          200);

  static final Report ACCEPTED_TRAVELLER =
      new Report.TravellerCompared(
          Judgement.ACCEPTED,
          List.of(new ComparisonResult(Modality.FINGER, Comparison.MATCH, Reason.NONE, 120, 40, 1)),
          7_000,
          150);

  private Reports() {}

  static Report ready(long pid) {
    return new Report.Ready((int) pid, 900, BridgeYard.VERSIONS);
  }
}
