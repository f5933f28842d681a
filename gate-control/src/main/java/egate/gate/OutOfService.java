package egate.gate;

/** Lines or record can no longer be trusted, or the cabinet is open: nothing moves. */
final class OutOfService {
  private OutOfService() {}

  /**
   * Locks come first and the result last, for it may be the record that failed. A second failure
   * commands nothing but the bridge's end, or a failing lock would be commanded for ever.
   */
  static Plan close(Plan plan, Referral cause) {
    GateState.Phase before = plan.state().phase();
    if (before == GateState.Phase.EMERGENCY) {
      return plan.dismissBridge();
    }
    GateState.Phase after = Waiting.phase(plan.state());
    return before == after && plan.state().unlocked().isEmpty()
        ? plan.dismissBridge()
        : lockDown(plan, after, cause);
  }

  static Plan reopen(Plan plan) {
    return switch (plan.state().phase()) {
      case OUT_OF_SERVICE, TAMPERED -> Waiting.settle(plan);
      default -> plan;
    };
  }

  private static Plan lockDown(Plan plan, GateState.Phase after, Referral cause) {
    plan.lockAll().go(after, plan.timings().attention()).dismissBridge();
    Plan recorded =
        plan.state().current().resultDue() ? plan.result(Outcome.REFERRED, cause) : plan;
    return recorded.call();
  }
}
