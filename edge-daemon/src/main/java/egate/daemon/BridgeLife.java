package egate.daemon;

import egate.report.Report;
import java.time.Duration;

/** What a permitted report makes of the bridge that sent it: a pure function. */
final class BridgeLife {
  private BridgeLife() {}

  static BridgeState after(BridgeState state, Report report, Duration now, BridgeTerms terms) {
    return switch (report) {
      case Report.Ready ready -> new BridgeState.Spare(ready.versions());
      case Report.Failed _ when state instanceof BridgeState.Ending -> state;
      case Report.Failed _ -> new BridgeState.Ending(step(state), now.plus(terms.ending()));
      case Report.DeviceHealth _ -> heardNow(state, now.plus(terms.silence()));
      case Report.Guidance _,
          Report.TerminalClock _,
          Report.TerminalAsked _,
          Report.DocumentChecked _,
          Report.TravellerCompared _ ->
          advanced(state, report);
    };
  }

  private static BridgeState heardNow(BridgeState state, Duration silentAt) {
    return state instanceof BridgeState.Serving(ServiceStep step, _)
        ? new BridgeState.Serving(step, silentAt)
        : state;
  }

  private static BridgeState advanced(BridgeState state, Report report) {
    ServiceStep next = Permits.after(step(state), report);
    return switch (state) {
      case BridgeState.Serving(_, Duration silentAt) -> new BridgeState.Serving(next, silentAt);
      case BridgeState.Ending(_, Duration killAt) -> new BridgeState.Ending(next, killAt);
      case BridgeState.Starting _,
          BridgeState.Rehearsing _,
          BridgeState.Spare _,
          BridgeState.Dead _ ->
          throw new IllegalStateException(report + " is not permitted to " + state);
    };
  }

  /** How far a bridge came; one that never served is at the first step. */
  static ServiceStep step(BridgeState state) {
    return switch (state) {
      case BridgeState.Serving(ServiceStep step, _) -> step;
      case BridgeState.Ending(ServiceStep step, _) -> step;
      case BridgeState.Starting _,
          BridgeState.Rehearsing _,
          BridgeState.Spare _,
          BridgeState.Dead _ ->
          ServiceStep.OPENING;
    };
  }
}
