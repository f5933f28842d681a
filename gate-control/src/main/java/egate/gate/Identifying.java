package egate.gate;

/**
 * The bridge captures and compares: one person between two locked doors, or in front of locked
 * doors where the topology compares there.
 */
final class Identifying {
  private Identifying() {}

  static Plan begin(Plan plan) {
    return plan.add(new GateCommand.Identify())
        .give(GateState.Phase.IDENTIFYING, plan.timings().identifying());
  }

  static Plan next(Plan plan, GateEvent.Course event) {
    return switch (event) {
      case GateEvent.TravellerJudged(Judgement judgement) -> judged(plan, judgement);
      case GateEvent.DoorMoved _, GateEvent.ZoneChanged _ -> look(plan);
      case GateEvent.BridgeServing _, GateEvent.BridgeGone _ ->
          Ends.refer(plan, Referral.BRIDGE_LOST);
      case GateEvent.AskedAgain _ -> plan.within(GateState.Phase.IDENTIFYING_AGAIN);
      case GateEvent.Tick _ -> Ends.refer(plan, Referral.VERDICT_LATE);
      case GateEvent.DocumentPresented _,
          GateEvent.DocumentLeft _,
          GateEvent.ReportingChanged _,
          GateEvent.DocumentJudged _ ->
          plan;
    };
  }

  /** Whoever is compared has not gone away and has not been refused for the document. */
  private static Plan judged(Plan plan, Judgement judgement) {
    return switch (judgement) {
      case ACCEPTED -> accepted(plan);
      case REFERRED, REFUSED, ABANDONED -> Ends.refer(plan, Referral.COMPARISON);
    };
  }

  private static Plan accepted(Plan plan) {
    return switch (plan.state().topology()) {
      case ONE_STEP -> Entering.begin(plan);
      case INTEGRATED_TWO_STEP, SINGLE_DOOR, KIOSK_WITH_OFFICER -> Leaving.begin(plan);
    };
  }

  private static Plan look(Plan plan) {
    Referral breach = Safety.identifying(plan.state());
    return breach == Referral.NONE ? plan : Ends.refer(plan, breach);
  }
}
