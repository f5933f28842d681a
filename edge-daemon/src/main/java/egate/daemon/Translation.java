package egate.daemon;

import egate.gate.GateEvent;
import egate.gate.GateState;
import egate.gate.Judgement;
import egate.report.GuidanceCode;
import egate.report.Reason;
import egate.report.Report;
import java.util.Optional;

/** What the supervisor tells, in the gate's words. */
final class Translation {
  private Translation() {}

  static Optional<GateEvent> toGate(Notice notice, GateState.Phase phase) {
    return switch (notice) {
      case Notice.Serves _ -> Optional.of(new GateEvent.BridgeServing());
      case Notice.Gone _ -> Optional.of(new GateEvent.BridgeGone());
      case Notice.Said(Report report) -> said(report, phase);
    };
  }

  private static Optional<GateEvent> said(Report report, GateState.Phase phase) {
    return switch (report) {
      case Report.Guidance(GuidanceCode code) -> asked(code);
      case Report.DocumentChecked checked ->
          Optional.of(new GateEvent.DocumentJudged(judgement(checked.judgement())));
      case Report.TravellerCompared compared ->
          Optional.of(new GateEvent.TravellerJudged(judgement(compared.judgement())));
      case Report.Failed failed -> deviceLost(failed.reason(), phase);
      case Report.Ready _, Report.DeviceHealth _, Report.TerminalClock _, Report.TerminalAsked _ ->
          Optional.empty();
    };
  }

  private static Optional<GateEvent> asked(GuidanceCode code) {
    return switch (code) {
      case HOLD_DOCUMENT -> Optional.of(new GateEvent.DocumentPresented());
      case PRESENT_DOCUMENT_AGAIN, PLACE_FINGER_AGAIN -> Optional.of(new GateEvent.AskedAgain());
      case PRESENT_DOCUMENT,
          PLACE_FINGER,
          LOOK_AT_CAMERA,
          STEP_CLOSER,
          LOOK_UP,
          ONE_PERSON_ONLY,
          WAIT ->
          Optional.empty();
    };
  }

  /**
   * A bridge that fails for want of a device has told why it cannot judge: that reason, and not the
   * bridge's death behind it, is the cause of the referral.
   */
  private static Optional<GateEvent> deviceLost(Reason reason, GateState.Phase phase) {
    return switch (reason) {
      case MRZ_READER_LOST, CHIP_READER_LOST, FINGER_SENSOR_LOST, CAMERA_LOST ->
          switch (phase) {
            case READING, READING_AGAIN ->
                Optional.of(new GateEvent.DocumentJudged(Judgement.REFERRED));
            case IDENTIFYING, IDENTIFYING_AGAIN ->
                Optional.of(new GateEvent.TravellerJudged(Judgement.REFERRED));
            default -> Optional.empty();
          };
      default -> Optional.empty();
    };
  }

  private static Judgement judgement(egate.report.Judgement judgement) {
    return switch (judgement) {
      case ACCEPTED -> Judgement.ACCEPTED;
      case REFERRED -> Judgement.REFERRED;
      case REFUSED -> Judgement.REFUSED;
      case ABANDONED -> Judgement.ABANDONED;
    };
  }
}
