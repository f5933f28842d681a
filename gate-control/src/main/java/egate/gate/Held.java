package egate.gate;

/** An officer holds the gate, be somebody inside or not; a hold does not last for ever. */
final class Held {
  private Held() {}

  static Plan next(Plan plan, GateEvent.Course event) {
    return switch (event) {
      case GateEvent.DocumentPresented _ -> plan.dismissBridge();
      case GateEvent.Tick _ ->
          release(plan.state().clear() ? plan.wanted(Service.CLOSED) : plan).call();
      case GateEvent.BridgeServing _,
          GateEvent.BridgeGone _,
          GateEvent.DocumentLeft _,
          GateEvent.AskedAgain _,
          GateEvent.ReportingChanged _,
          GateEvent.DoorMoved _,
          GateEvent.ZoneChanged _,
          GateEvent.Verdict _ ->
          plan;
    };
  }

  /** Whoever was travelling is referred: nobody knows for how long they will stand there. */
  static Plan begin(Plan plan) {
    plan.lockUp().dismissBridge().go(GateState.Phase.HELD, plan.timings().hold());
    return plan.state().current().resultDue()
        ? plan.result(Outcome.REFERRED, Referral.OFFICER_HELD)
        : plan;
  }

  /** The hold is over; whoever is inside is let back out first. */
  static Plan release(Plan plan) {
    return plan.state().clear() ? Ends.finish(plan) : Officer.begin(plan);
  }
}
