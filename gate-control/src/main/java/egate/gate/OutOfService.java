package egate.gate;

/** Lines or record can no longer be trusted: nothing moves until they are repaired. */
final class OutOfService {
  private OutOfService() {}

  /**
   * Locks come first and the result last, for it may be the record that failed. A second failure
   * commands nothing but the bridge's end, or a failing lock would be commanded for ever.
   */
  static Plan close(Plan plan, Referral cause) {
    return switch (plan.state().phase()) {
      case EMERGENCY, OUT_OF_SERVICE -> plan.dismissBridge();
      case WAITING, IDLE, READING, ENTERING, CLOSING_ENTRY, IDENTIFYING, LEAVING, OFFICER, ENDING ->
          lockDown(plan, cause);
    };
  }

  static Plan reopen(Plan plan) {
    return plan.state().phase() == GateState.Phase.OUT_OF_SERVICE ? Waiting.settle(plan) : plan;
  }

  private static Plan lockDown(Plan plan, Referral cause) {
    plan.lock(Door.ENTRY).lock(Door.EXIT).rest(GateState.Phase.OUT_OF_SERVICE).dismissBridge();
    return plan.state().current().resultDue() ? plan.result(Outcome.REFERRED, cause) : plan;
  }
}
