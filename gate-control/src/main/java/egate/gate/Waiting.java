package egate.gate;

/** Both doors locked until a fresh bridge serves, the doors are closed and nobody is inside. */
final class Waiting {
  private Waiting() {}

  static Plan next(Plan plan, GateEvent.Course event) {
    return switch (event) {
      case GateEvent.BridgeServing _,
          GateEvent.BridgeGone _,
          GateEvent.DoorMoved _,
          GateEvent.ZoneChanged _ ->
          settle(plan);
      // Too early: that bridge has seen a traveller's data, and the gate cannot serve it.
      case GateEvent.DocumentPresented _ -> Ends.finish(plan);
      case GateEvent.Verdict _, GateEvent.Tick _ -> plan;
    };
  }

  /** Ready for a traveller, or waiting to be. */
  static Plan settle(Plan plan) {
    GateState state = plan.state();
    boolean ready = state.bridge() == Bridge.FRESH && state.sensed().clear();
    return plan.rest(ready ? GateState.Phase.IDLE : GateState.Phase.WAITING);
  }
}
