package egate.gate;

/** Doors first, records second: the one case in which no record precedes an opening. */
final class EmergencyRelease {
  private EmergencyRelease() {}

  static Plan begin(Plan plan) {
    if (plan.state().phase() == GateState.Phase.EMERGENCY) {
      return plan;
    }
    plan.unlock(Door.ENTRY)
        .unlock(Door.EXIT)
        .rest(GateState.Phase.EMERGENCY)
        .add(new GateCommand.RecordEmergency(true));
    if (plan.state().current().resultDue()) {
      plan.result(Outcome.INTERRUPTED, Referral.EMERGENCY);
    }
    return plan.dismissBridge();
  }

  static Plan end(Plan plan) {
    if (plan.state().phase() != GateState.Phase.EMERGENCY) {
      return plan;
    }
    plan.lock(Door.ENTRY).lock(Door.EXIT);
    Plan after =
        plan.state().failed() ? plan.rest(GateState.Phase.OUT_OF_SERVICE) : Waiting.settle(plan);
    return after.add(new GateCommand.RecordEmergency(false));
  }
}
