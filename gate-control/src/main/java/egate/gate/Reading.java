package egate.gate;

/** The bridge reads and judges the document; both doors are locked and nobody is inside. */
final class Reading {
  private Reading() {}

  static Plan next(Plan plan, GateEvent.Course event) {
    return switch (event) {
      case GateEvent.DocumentJudged(Judgement judgement) -> judged(plan, judgement);
      case GateEvent.DoorMoved _, GateEvent.ZoneChanged _ -> look(plan);
      case GateEvent.BridgeServing _, GateEvent.BridgeGone _ ->
          Ends.refer(plan, Referral.BRIDGE_LOST);
      case GateEvent.Tick _ -> Ends.refer(plan, Referral.VERDICT_LATE);
      case GateEvent.DocumentPresented _, GateEvent.TravellerJudged _ -> plan;
    };
  }

  private static Plan judged(Plan plan, Judgement judgement) {
    return switch (judgement) {
      case ACCEPTED ->
          plan.open(Door.ENTRY).go(GateState.Phase.ENTERING, plan.timings().entering());
      case REFERRED -> Ends.refer(plan, Referral.DOCUMENT);
      case REFUSED -> Ends.refuse(plan);
      case ABANDONED -> Ends.abandon(plan, Referral.DOCUMENT);
    };
  }

  private static Plan look(Plan plan) {
    Referral breach = Safety.empty(plan.state().sensed());
    return breach == Referral.NONE ? plan : Ends.refer(plan, breach);
  }
}
