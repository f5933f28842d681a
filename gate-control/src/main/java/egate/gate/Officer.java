package egate.gate;

/**
 * The officer is shown, and the result is recorded. Whoever is inside is then let back out through
 * the entry, never through the exit; while they stay, so does the gate. Where it is not known who
 * is inside and from which side, the officer alone lets out.
 */
final class Officer {
  private Officer() {}

  static Plan next(Plan plan, GateEvent.Course event) {
    return switch (event) {
      case GateEvent.DoorMoved _, GateEvent.ZoneChanged _ -> releasing(plan) ? watch(plan) : plan;
      case GateEvent.Tick _ -> proceed(plan);
      case GateEvent.BridgeServing _,
          GateEvent.BridgeGone _,
          GateEvent.DocumentPresented _,
          GateEvent.DocumentLeft _,
          GateEvent.AskedAgain _,
          GateEvent.ReportingChanged _,
          GateEvent.Verdict _ ->
          plan;
    };
  }

  /** Shows the officer, as after a referral. */
  static Plan begin(Plan plan) {
    return plan.go(GateState.Phase.OFFICER, plan.timings().officer());
  }

  private static boolean releasing(Plan plan) {
    return plan.state().unlocked().contains(Door.ENTRY);
  }

  private static Plan watch(Plan plan) {
    if (plan.state().exit() != Contact.CLOSED) {
      return stay(plan.lock(Door.ENTRY));
    }
    return plan.state().clear() ? Ends.finish(plan.lock(Door.ENTRY)) : plan;
  }

  private static Plan proceed(Plan plan) {
    if (plan.state().clear()) {
      return Ends.finish(plan.lockUp());
    }
    return stay(lettingOut(plan) ? plan.open(Door.ENTRY) : plan);
  }

  /** By itself the gate lets out the passage's traveller, not whoever was inside before any. */
  private static boolean lettingOut(Plan plan) {
    GateState state = plan.state();
    return state.topology().mantrap()
        && state.passage() > 0
        && state.exit() == Contact.CLOSED
        && byItself(state.phase())
        && somebody(state.zone())
        && !releasing(plan);
  }

  private static boolean byItself(GateState.Phase phase) {
    return switch (phase) {
      case OFFICER, TAILGATING, TIMED_OUT, DOOR_BLOCKED -> true;
      default -> false;
    };
  }

  private static boolean somebody(Occupancy zone) {
    return switch (zone) {
      case ONE, SEVERAL, UNKNOWN -> true;
      case EMPTY, OBJECT -> false;
    };
  }

  static Plan stay(Plan plan) {
    return plan.go(plan.state().phase(), plan.timings().officer());
  }
}
