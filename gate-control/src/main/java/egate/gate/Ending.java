package egate.gate;

/** The result is recorded; the bridge clears the devices and dies. */
final class Ending {
  private Ending() {}

  static Plan next(Plan plan, GateEvent.Course event) {
    return switch (event) {
      case GateEvent.BridgeGone _, GateEvent.BridgeServing _ -> Waiting.settle(plan);
      // Asked again; until it is dead, a spent bridge keeps the gate waiting.
      case GateEvent.Tick _ -> Waiting.settle(plan.dismissBridge());
      case GateEvent.DoorMoved _,
          GateEvent.ZoneChanged _,
          GateEvent.DocumentPresented _,
          GateEvent.DocumentLeft _,
          GateEvent.AskedAgain _,
          GateEvent.ReportingChanged _,
          GateEvent.Verdict _ ->
          plan;
    };
  }
}
