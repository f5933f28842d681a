package egate.gate;

/** In an emergency or out of service, nobody is served: a bridge that sees a document ends. */
final class Closed {
  private Closed() {}

  static Plan next(Plan plan, GateEvent.Course event) {
    return switch (event) {
      case GateEvent.DocumentPresented _ -> plan.dismissBridge();
      case GateEvent.BridgeServing _,
          GateEvent.BridgeGone _,
          GateEvent.DoorMoved _,
          GateEvent.ZoneChanged _,
          GateEvent.Verdict _,
          GateEvent.Tick _ ->
          plan;
    };
  }
}
