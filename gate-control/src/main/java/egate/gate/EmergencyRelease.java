package egate.gate;

/** Doors first, records second: the one case in which no record precedes an opening. */
final class EmergencyRelease {
  private EmergencyRelease() {}

  static Plan begin(Plan plan) {
    if (plan.state().phase() == GateState.Phase.EMERGENCY) {
      return plan;
    }
    release(plan).add(new GateCommand.RecordEmergency(true));
    if (plan.state().current().resultDue()) {
      plan.result(Outcome.INTERRUPTED, Referral.EMERGENCY);
    }
    return plan.dismissBridge();
  }

  /** Every door that there is, once more at each deadline: a lost opening is the greater harm. */
  static Plan release(Plan plan) {
    for (Door door : Door.values()) {
      if (plan.state().topology().doors().contains(door)) {
        plan.unlock(door);
      }
    }
    return plan.go(GateState.Phase.EMERGENCY, plan.timings().attention());
  }

  static Plan end(Plan plan) {
    if (plan.state().phase() != GateState.Phase.EMERGENCY) {
      return plan;
    }
    return Waiting.settle(plan.lockAll()).add(new GateCommand.RecordEmergency(false));
  }
}
