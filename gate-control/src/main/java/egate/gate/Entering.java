package egate.gate;

/** The entry is unlocked for one person; it is locked again as soon as one is inside. */
final class Entering {
  private Entering() {}

  static Plan begin(Plan plan) {
    return plan.open(Door.ENTRY).give(GateState.Phase.ENTERING, plan.timings().entering());
  }

  static Plan next(Plan plan, GateEvent.Course event) {
    return switch (event) {
      case GateEvent.DoorMoved _, GateEvent.ZoneChanged _ -> look(plan);
      // Whether somebody holds the door or nobody came shows once it has fallen closed.
      case GateEvent.Tick _ -> close(plan);
      case GateEvent.BridgeServing _, GateEvent.BridgeGone _ -> ClosingEntry.bridgeLost(plan);
      case GateEvent.DocumentPresented _,
          GateEvent.DocumentLeft _,
          GateEvent.AskedAgain _,
          GateEvent.ReportingChanged _,
          GateEvent.Verdict _ ->
          plan;
    };
  }

  private static Plan look(Plan plan) {
    Sensed sensed = plan.state().sensed();
    Referral breach = Safety.passing(sensed, Door.EXIT);
    if (breach != Referral.NONE) {
      return Ends.refer(plan, breach);
    }
    plan.at(plan.state().current().whereabouts().inward(sensed.entry(), sensed.zone()));
    return sensed.zone() == Occupancy.ONE ? close(plan) : plan;
  }

  /** The entry falls into its lock when it closes. */
  private static Plan close(Plan plan) {
    plan.lock(Door.ENTRY).give(GateState.Phase.CLOSING_ENTRY, plan.timings().closing());
    return ClosingEntry.look(plan);
  }
}
