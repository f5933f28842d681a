package egate.gate;

/** One door or one lamp, for a moment, in a gate that is out of service and empty. */
final class Jogging {
  private Jogging() {}

  static Plan next(Plan plan, GateEvent.Course event) {
    return switch (event) {
      case GateEvent.DoorMoved _, GateEvent.ZoneChanged _ -> alone(plan) ? plan : end(plan);
      case GateEvent.Tick _ -> end(plan);
      case GateEvent.DocumentPresented _ -> plan.dismissBridge();
      case GateEvent.BridgeServing _,
          GateEvent.BridgeGone _,
          GateEvent.DocumentLeft _,
          GateEvent.AskedAgain _,
          GateEvent.ReportingChanged _,
          GateEvent.Verdict _ ->
          plan;
    };
  }

  static boolean permitted(GateState state, Door door) {
    return state.phase() == GateState.Phase.MAINTENANCE
        && state.standing().fault() != Fault.FAILED
        && state.topology().doors().contains(door)
        && state.sensed().empty();
  }

  static Plan begin(Plan plan, Door door) {
    return plan.unlock(door).go(GateState.Phase.JOGGING, plan.timings().jog());
  }

  static Plan begin(Plan plan, Lamp lamp) {
    return plan.add(new GateCommand.Show(lamp)).go(GateState.Phase.JOGGING, plan.timings().jog());
  }

  static Plan end(Plan plan) {
    return plan.lockUp().go(GateState.Phase.MAINTENANCE, plan.timings().attention());
  }

  /** Nobody has come in, and every other door is closed. */
  private static boolean alone(Plan plan) {
    Sensed sensed = plan.state().sensed();
    return sensed.zone() == Occupancy.EMPTY
        && plan.state().topology().doors().stream()
            .filter(door -> !plan.state().unlocked().contains(door))
            .allMatch(door -> sensed.of(door) == Contact.CLOSED);
  }
}
