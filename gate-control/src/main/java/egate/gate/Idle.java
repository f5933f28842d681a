package egate.gate;

/** Ready for a traveller. */
final class Idle {
  private Idle() {}

  static Plan next(Plan plan, GateEvent.Course event) {
    return switch (event) {
      case GateEvent.DocumentPresented _ ->
          plan.begin().go(GateState.Phase.READING, plan.timings().document());
      case GateEvent.BridgeServing _,
          GateEvent.BridgeGone _,
          GateEvent.DoorMoved _,
          GateEvent.ZoneChanged _ ->
          Waiting.settle(plan);
      case GateEvent.Verdict _, GateEvent.Tick _ -> plan;
    };
  }
}
