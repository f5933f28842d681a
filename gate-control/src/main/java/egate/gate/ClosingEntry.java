package egate.gate;

/** The entry is locked and falls closed, with one person inside or with nobody. */
final class ClosingEntry {
  private ClosingEntry() {}

  static Plan next(Plan plan, GateEvent.Course event) {
    return switch (event) {
      case GateEvent.DoorMoved _, GateEvent.ZoneChanged _ -> look(plan);
      case GateEvent.Tick _ -> Ends.refer(plan, obstacle(plan.state().sensed()));
      case GateEvent.BridgeServing _, GateEvent.BridgeGone _ -> bridgeLost(plan);
      case GateEvent.DocumentPresented _,
          GateEvent.DocumentLeft _,
          GateEvent.AskedAgain _,
          GateEvent.ReportingChanged _,
          GateEvent.Verdict _ ->
          plan;
    };
  }

  static Plan look(Plan plan) {
    Sensed sensed = plan.state().sensed();
    Referral breach = Safety.passing(sensed, Door.EXIT);
    if (breach != Referral.NONE) {
      return Ends.refer(plan, breach);
    }
    plan.at(plan.state().current().whereabouts().inward(sensed.entry(), sensed.zone()));
    return sensed.entry() == Contact.CLOSED ? closed(plan) : plan;
  }

  /** A bridge that has yet to compare is missed; one that has done its work may die. */
  static Plan bridgeLost(Plan plan) {
    return plan.state().topology() == Topology.INTEGRATED_TWO_STEP
        ? Ends.refer(plan, Referral.BRIDGE_LOST)
        : plan;
  }

  private static Plan closed(Plan plan) {
    boolean cameIn = plan.state().current().whereabouts() == Whereabouts.INSIDE;
    return switch (plan.state().zone()) {
      case ONE -> cameIn ? inside(plan) : Ends.refer(plan, Referral.SENSOR_UNSAFE);
      case EMPTY -> Ends.abandon(plan, cameIn ? Referral.WENT_BACK : Referral.NOBODY_ENTERED);
      case OBJECT -> Ends.refer(plan, Referral.OBJECT_LEFT);
      case UNKNOWN -> plan;
      case SEVERAL -> Ends.refer(plan, Referral.MORE_THAN_ONE_PERSON);
    };
  }

  private static Plan inside(Plan plan) {
    return plan.state().topology() == Topology.INTEGRATED_TWO_STEP
        ? Identifying.begin(plan)
        : Leaving.begin(plan);
  }

  private static Referral obstacle(Sensed sensed) {
    return sensed.entry() == Contact.OPEN ? Referral.DOOR_BLOCKED : Referral.SENSOR_UNSAFE;
  }
}
