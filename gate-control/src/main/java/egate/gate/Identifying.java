package egate.gate;

/** One person between two locked doors; the bridge captures and compares. */
final class Identifying {
  private Identifying() {}

  static Plan next(Plan plan, GateEvent.Course event) {
    return switch (event) {
      case GateEvent.TravellerJudged(Judgement judgement) -> judged(plan, judgement);
      case GateEvent.DoorMoved _, GateEvent.ZoneChanged _ -> look(plan);
      case GateEvent.BridgeServing _, GateEvent.BridgeGone _ ->
          Ends.refer(plan, Referral.BRIDGE_LOST);
      case GateEvent.Tick _ -> Ends.refer(plan, Referral.VERDICT_LATE);
      case GateEvent.DocumentPresented _, GateEvent.DocumentJudged _ -> plan;
    };
  }

  /** Doors and zone are looked at once more, though each change of them was looked at. */
  private static Plan judged(Plan plan, Judgement judgement) {
    return switch (judgement) {
      case ACCEPTED -> {
        Referral breach = Safety.onePerson(plan.state().sensed());
        yield breach == Referral.NONE ? leave(plan) : Ends.refer(plan, breach);
      }
      // Whoever is inside has not gone away and has not been refused at the entry.
      case REFERRED, REFUSED, ABANDONED -> Ends.refer(plan, Referral.COMPARISON);
    };
  }

  private static Plan leave(Plan plan) {
    return plan.open(Door.EXIT).go(GateState.Phase.LEAVING, plan.timings().leaving());
  }

  private static Plan look(Plan plan) {
    Referral breach = Safety.onePerson(plan.state().sensed());
    return breach == Referral.NONE ? plan : Ends.refer(plan, breach);
  }
}
