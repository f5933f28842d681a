package egate.gate;

/** The exit is unlocked for the accepted traveller. The bridge has done its work and may die. */
final class Leaving {
  private Leaving() {}

  static Plan next(Plan plan, GateEvent.Course event) {
    return switch (event) {
      case GateEvent.DoorMoved _, GateEvent.ZoneChanged _ -> look(plan);
      case GateEvent.Tick _ -> Ends.refer(plan, obstacle(plan.state().sensed()));
      case GateEvent.BridgeServing _,
          GateEvent.BridgeGone _,
          GateEvent.DocumentPresented _,
          GateEvent.Verdict _ ->
          plan;
    };
  }

  private static Plan look(Plan plan) {
    Sensed sensed = plan.state().sensed();
    Referral breach = Safety.passing(sensed, Door.ENTRY);
    if (breach != Referral.NONE) {
      return Ends.refer(plan, breach);
    }
    plan.at(plan.state().current().whereabouts().outward(sensed.exit()));
    return sensed.clear() ? gone(plan) : plan;
  }

  /** Nobody leaves through a door that did not move. */
  private static Plan gone(Plan plan) {
    return plan.state().current().whereabouts() == Whereabouts.AT_EXIT
        ? Ends.pass(plan)
        : Ends.refer(plan, Referral.SENSOR_UNSAFE);
  }

  private static Referral obstacle(Sensed sensed) {
    return switch (sensed.zone()) {
      case ONE, SEVERAL -> Referral.NOBODY_LEFT;
      case EMPTY -> sensed.exit() == Contact.OPEN ? Referral.DOOR_BLOCKED : Referral.SENSOR_UNSAFE;
      case UNKNOWN -> Referral.SENSOR_UNSAFE;
    };
  }
}
