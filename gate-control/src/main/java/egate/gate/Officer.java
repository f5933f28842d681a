package egate.gate;

/**
 * The officer is shown, and the result is recorded. Whoever is inside is then let back out through
 * the entry, never through the exit; while they stay, so does the gate.
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
          GateEvent.Verdict _ ->
          plan;
    };
  }

  private static boolean releasing(Plan plan) {
    return plan.state().unlocked().contains(Door.ENTRY);
  }

  private static Plan watch(Plan plan) {
    Sensed sensed = plan.state().sensed();
    if (sensed.exit() != Contact.CLOSED) {
      return stay(plan.lock(Door.ENTRY));
    }
    return sensed.clear() ? Ends.finish(plan.lock(Door.ENTRY)) : plan;
  }

  private static Plan proceed(Plan plan) {
    Sensed sensed = plan.state().sensed();
    if (sensed.clear()) {
      return Ends.finish(plan.lockUp());
    }
    boolean nobody = sensed.zone() == Occupancy.EMPTY;
    boolean release = !nobody && sensed.exit() == Contact.CLOSED && !releasing(plan);
    return stay(release ? plan.open(Door.ENTRY) : plan);
  }

  private static Plan stay(Plan plan) {
    return plan.go(GateState.Phase.OFFICER, plan.timings().officer());
  }
}
