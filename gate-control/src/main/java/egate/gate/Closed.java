package egate.gate;

/** In an emergency or out of service, nobody is served: a bridge that sees a document ends. */
final class Closed {
  private Closed() {}

  static Plan next(Plan plan, GateEvent.Course event) {
    return switch (event) {
      case GateEvent.DocumentPresented _ -> plan.dismissBridge();
      case GateEvent.ReportingChanged _ -> emergency(plan) ? plan : Waiting.settle(plan);
      case GateEvent.Tick _ ->
          emergency(plan) ? EmergencyRelease.release(plan).call() : Waiting.again(plan);
      case GateEvent.BridgeServing _,
          GateEvent.BridgeGone _,
          GateEvent.DocumentLeft _,
          GateEvent.AskedAgain _,
          GateEvent.DoorMoved _,
          GateEvent.ZoneChanged _,
          GateEvent.Verdict _ ->
          plan;
    };
  }

  private static boolean emergency(Plan plan) {
    return plan.state().phase() == GateState.Phase.EMERGENCY;
  }
}
