package egate.gate;

/** The exit is unlocked for the accepted traveller. The bridge has done its work and may die. */
final class Leaving {
  private Leaving() {}

  /** Doors and zone are looked at once more, though each change of them was looked at. */
  static Plan begin(Plan plan) {
    if (plan.state().topology() == Topology.KIOSK_WITH_OFFICER) {
      return give(plan);
    }
    Referral breach = Safety.leaving(plan.state());
    return breach == Referral.NONE
        ? give(plan.at(Whereabouts.INSIDE).open(Door.EXIT))
        : Ends.refer(plan, breach);
  }

  static Plan next(Plan plan, GateEvent.Course event) {
    return switch (event) {
      case GateEvent.DoorMoved _, GateEvent.ZoneChanged _ -> look(plan);
      case GateEvent.Tick _ -> late(plan);
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

  private static Plan give(Plan plan) {
    return plan.give(GateState.Phase.LEAVING, plan.timings().leaving());
  }

  private static Plan look(Plan plan) {
    Sensed sensed = plan.state().sensed();
    Referral breach = Safety.passing(sensed, Door.ENTRY);
    if (breach != Referral.NONE) {
      return Ends.refer(plan, breach);
    }
    Whereabouts before = plan.state().current().whereabouts();
    Whereabouts after = before.outward(sensed.exit(), sensed.zone());
    plan.at(after);
    if (after != Whereabouts.GONE) {
      return sensed.empty() ? vanished(plan) : plan;
    }
    return gone(before == Whereabouts.GONE ? plan : plan.lock(Door.EXIT));
  }

  /** Nobody leaves a mantrap through doors that did not move; from a single door one walks away. */
  private static Plan vanished(Plan plan) {
    return plan.state().topology().mantrap()
        ? Ends.refer(plan, Referral.SENSOR_UNSAFE)
        : Ends.abandon(plan, Referral.WENT_BACK);
  }

  /** The exit, locked already, falls closed behind the traveller; nobody may come in by it. */
  private static Plan gone(Plan plan) {
    Sensed sensed = plan.state().sensed();
    return switch (sensed.zone()) {
      case EMPTY -> sensed.exit() == Contact.CLOSED ? Ends.pass(plan) : plan;
      case ONE -> Ends.refer(plan, follower(plan.state().topology()));
      case SEVERAL -> Ends.refer(plan, Referral.MORE_THAN_ONE_PERSON);
      case OBJECT, UNKNOWN -> plan;
    };
  }

  /** Behind the traveller comes the next one where the zone lies before the only door. */
  private static Referral follower(Topology topology) {
    return topology.mantrap() ? Referral.WRONG_WAY : Referral.MORE_THAN_ONE_PERSON;
  }

  private static Plan late(Plan plan) {
    return plan.state().topology() == Topology.KIOSK_WITH_OFFICER
        ? Ends.pass(plan)
        : Ends.refer(plan, obstacle(plan.state()));
  }

  private static Referral obstacle(GateState state) {
    return switch (state.zone()) {
      case ONE, SEVERAL -> Referral.NOBODY_LEFT;
      case OBJECT -> Referral.OBJECT_LEFT;
      case EMPTY -> state.exit() == Contact.OPEN ? Referral.DOOR_BLOCKED : Referral.SENSOR_UNSAFE;
      case UNKNOWN -> Referral.SENSOR_UNSAFE;
    };
  }
}
