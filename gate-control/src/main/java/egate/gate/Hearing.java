package egate.gate;

/** What the gate knows after an event, whatever it then does about it. */
final class Hearing {
  private Hearing() {}

  static GateState heard(GateState state, GateEvent event) {
    return switch (event) {
      case GateEvent.BridgeServing _ -> state.with(Bridge.FRESH);
      case GateEvent.BridgeGone _ -> state.with(Bridge.NONE);
      case GateEvent.DocumentPresented _ -> state.with(afterDocument(state.bridge()));
      case GateEvent.DocumentLeft(boolean there) -> state.with(obstructed(state.bridge(), there));
      case GateEvent.DoorMoved(Door door, Contact contact) -> moved(state, door, contact);
      case GateEvent.ZoneChanged(Occupancy occupancy) ->
          state.topology().zone() ? state.with(state.sensed().with(occupancy)) : state;
      case GateEvent.ReportingChanged(Reporting now) -> state.with(state.standing().with(now));
      case GateEvent.Emergency(boolean active) -> state.with(state.sensed().with(active));
      case GateEvent.LinesFailed _, GateEvent.RecordFailed _ ->
          state.with(state.standing().worse(Fault.FAILED));
      case GateEvent.Tamper(boolean open) ->
          open ? state.with(state.standing().worse(Fault.TAMPERED)) : state;
      case GateEvent.Repaired _ -> state.with(state.standing().repaired());
      case GateEvent.Verdict _,
          GateEvent.AskedAgain _,
          GateEvent.Stalled _,
          GateEvent.Ordered _,
          GateEvent.Tick _ ->
          state;
    };
  }

  /** A door that the gate does not have says nothing. */
  private static GateState moved(GateState state, Door door, Contact contact) {
    return state.topology().doors().contains(door)
        ? state.with(state.sensed().with(door, contact))
        : state;
  }

  private static Bridge afterDocument(Bridge bridge) {
    return switch (bridge) {
      case NONE -> Bridge.NONE;
      case OBSTRUCTED, FRESH, SPENT -> Bridge.SPENT;
    };
  }

  private static Bridge obstructed(Bridge bridge, boolean there) {
    return switch (bridge) {
      case NONE, SPENT -> bridge;
      case OBSTRUCTED, FRESH -> there ? Bridge.OBSTRUCTED : Bridge.FRESH;
    };
  }
}
