package egate.daemon;

import egate.report.GuidanceCode;
import egate.report.Report;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Which report a bridge may send now. Everything else is a lie, and a bridge that lies is killed:
 * it may have been taken over by the chip that it reads.
 */
final class Permits {
  private static final Map<ServiceStep, Set<GuidanceCode>> GUIDANCE =
      new EnumMap<>(
          Map.of(
              ServiceStep.OPENING,
              EnumSet.of(GuidanceCode.WAIT, GuidanceCode.PRESENT_DOCUMENT),
              ServiceStep.WAITING,
              EnumSet.of(
                  GuidanceCode.WAIT, GuidanceCode.PRESENT_DOCUMENT, GuidanceCode.HOLD_DOCUMENT),
              ServiceStep.READING,
              EnumSet.of(
                  GuidanceCode.WAIT,
                  GuidanceCode.HOLD_DOCUMENT,
                  GuidanceCode.PRESENT_DOCUMENT_AGAIN),
              ServiceStep.JUDGED,
              EnumSet.of(GuidanceCode.WAIT),
              ServiceStep.IDENTIFYING,
              EnumSet.of(
                  GuidanceCode.WAIT,
                  GuidanceCode.PLACE_FINGER,
                  GuidanceCode.PLACE_FINGER_AGAIN,
                  GuidanceCode.LOOK_AT_CAMERA,
                  GuidanceCode.LOOK_UP,
                  GuidanceCode.STEP_CLOSER,
                  GuidanceCode.ONE_PERSON_ONLY),
              ServiceStep.COMPARED,
              EnumSet.of(GuidanceCode.WAIT)));

  private Permits() {}

  static boolean allow(BridgeState state, Report report) {
    return switch (state) {
      case BridgeState.Starting _, BridgeState.Dead _ -> false;
      case BridgeState.Rehearsing _ ->
          report instanceof Report.Ready || report instanceof Report.Failed;
      case BridgeState.Spare _ -> report instanceof Report.Failed;
      case BridgeState.Serving(ServiceStep step, _) -> allowInService(step, report);
      case BridgeState.Ending(ServiceStep step, _) -> allowInService(step, report);
    };
  }

  private static boolean allowInService(ServiceStep step, Report report) {
    return switch (report) {
      case Report.Ready _ -> false;
      case Report.DeviceHealth _, Report.Failed _ -> true;
      case Report.TerminalClock _ -> step == ServiceStep.OPENING;
      case Report.TerminalAsked _ -> step == ServiceStep.READING;
      case Report.Guidance(GuidanceCode code) ->
          GUIDANCE.getOrDefault(step, Set.of()).contains(code);
      case Report.DocumentChecked _ -> step == ServiceStep.READING;
      case Report.TravellerCompared _ -> step == ServiceStep.IDENTIFYING;
    };
  }

  /** The step that a permitted report leads to; a verdict can so be given only once. */
  static ServiceStep after(ServiceStep step, Report report) {
    return switch (report) {
      case Report.Guidance(GuidanceCode code) when code == GuidanceCode.PRESENT_DOCUMENT ->
          ServiceStep.WAITING;
      case Report.Guidance(GuidanceCode code) when code == GuidanceCode.HOLD_DOCUMENT ->
          ServiceStep.READING;
      case Report.DocumentChecked _ -> ServiceStep.JUDGED;
      case Report.TravellerCompared _ -> ServiceStep.COMPARED;
      case Report.Ready _,
          Report.DeviceHealth _,
          Report.Guidance _,
          Report.TerminalClock _,
          Report.TerminalAsked _,
          Report.Failed _ ->
          step;
    };
  }
}
