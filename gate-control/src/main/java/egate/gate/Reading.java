package egate.gate;

/** The bridge reads and judges the document; all doors are locked and nobody is inside. */
final class Reading {
  private Reading() {}

  static Plan next(Plan plan, GateEvent.Course event) {
    return switch (event) {
      case GateEvent.DocumentJudged(Judgement judgement) -> judged(plan, judgement);
      case GateEvent.DoorMoved _, GateEvent.ZoneChanged _ -> look(plan);
      case GateEvent.BridgeServing _, GateEvent.BridgeGone _ ->
          Ends.refer(plan, Referral.BRIDGE_LOST);
      case GateEvent.AskedAgain _ -> plan.within(GateState.Phase.READING_AGAIN);
      case GateEvent.DocumentPresented _ -> plan.within(GateState.Phase.READING);
      case GateEvent.Tick _ -> Ends.refer(plan, Referral.VERDICT_LATE);
      case GateEvent.DocumentLeft _, GateEvent.ReportingChanged _, GateEvent.TravellerJudged _ ->
          plan;
    };
  }

  private static Plan judged(Plan plan, Judgement judgement) {
    return switch (judgement) {
      case ACCEPTED -> accepted(plan);
      case REFERRED -> Ends.refer(plan, Referral.DOCUMENT);
      case REFUSED -> Ends.refuse(plan);
      case ABANDONED -> Ends.abandon(plan, Referral.DOCUMENT);
    };
  }

  private static Plan accepted(Plan plan) {
    return switch (plan.state().topology()) {
      case INTEGRATED_TWO_STEP -> Entering.begin(plan);
      case ONE_STEP, SINGLE_DOOR, KIOSK_WITH_OFFICER -> Identifying.begin(plan);
    };
  }

  private static Plan look(Plan plan) {
    Referral breach = Safety.outside(plan.state());
    return breach == Referral.NONE ? plan : Ends.refer(plan, breach);
  }
}
