package egate.gate;

/** What the gate knows after an event, whatever it then does about it. */
final class Hearing {
  private Hearing() {}

  static GateState heard(GateState state, GateEvent event) {
    return switch (event) {
      case GateEvent.BridgeServing _ -> state.with(Bridge.FRESH);
      case GateEvent.BridgeGone _ -> state.with(Bridge.NONE);
      case GateEvent.DocumentPresented _ -> state.with(afterDocument(state.bridge()));
      case GateEvent.DoorMoved(Door door, Contact contact) ->
          state.with(state.sensed().with(door, contact));
      case GateEvent.ZoneChanged(Occupancy occupancy) -> state.with(state.sensed().with(occupancy));
      case GateEvent.Emergency(boolean active) -> state.with(state.sensed().with(active));
      case GateEvent.LinesFailed _, GateEvent.RecordFailed _ -> state.with(true);
      case GateEvent.Repaired _ -> state.with(false);
      case GateEvent.Verdict _, GateEvent.Tick _ -> state;
    };
  }

  private static Bridge afterDocument(Bridge bridge) {
    return switch (bridge) {
      case NONE -> Bridge.NONE;
      case FRESH, SPENT -> Bridge.SPENT;
    };
  }
}
