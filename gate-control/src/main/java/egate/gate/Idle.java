package egate.gate;

/** Ready for a traveller; upstream may be away. */
final class Idle {
  private Idle() {}

  static Plan next(Plan plan, GateEvent.Course event) {
    return switch (event) {
      case GateEvent.DocumentPresented _ ->
          plan.begin().give(GateState.Phase.READING, plan.timings().document());
      case GateEvent.DoorMoved _, GateEvent.ZoneChanged _ -> look(plan);
      case GateEvent.BridgeServing _,
          GateEvent.BridgeGone _,
          GateEvent.DocumentLeft _,
          GateEvent.ReportingChanged _ ->
          Waiting.settle(plan);
      // An officer can do nothing about upstream being away.
      case GateEvent.Tick _ -> Waiting.reassure(plan);
      case GateEvent.Verdict _, GateEvent.AskedAgain _ -> plan;
    };
  }

  /** Whoever opens a locked door, or leaves something behind, gets the officer and no result. */
  static Plan look(Plan plan) {
    Sensed sensed = plan.state().sensed();
    if (sensed.entry() == Contact.OPEN || sensed.exit() == Contact.OPEN) {
      return Ends.alarm(plan, GateState.Phase.DOOR_FORCED);
    }
    return sensed.closed() && sensed.zone() == Occupancy.OBJECT
        ? Ends.alarm(plan, GateState.Phase.OBJECT_LEFT)
        : Waiting.settle(plan);
  }
}
