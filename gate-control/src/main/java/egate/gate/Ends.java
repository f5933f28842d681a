package egate.gate;

/** The ways in which a passage ends. */
final class Ends {
  private Ends() {}

  /** To the officer: locks fall first, then the lamp, then the result is recorded. */
  static Plan refer(Plan plan, Referral cause) {
    return toOfficer(plan, Outcome.REFERRED, cause);
  }

  /** The document is refused; the lamp is the same, so that nobody sees why. */
  static Plan refuse(Plan plan) {
    return toOfficer(plan, Outcome.REFUSED, Referral.DOCUMENT);
  }

  /** The locks have dropped in mid-passage; whoever is inside is let back out. */
  static Plan interrupt(Plan plan) {
    return toOfficer(plan, Outcome.INTERRUPTED, Referral.STALLED);
  }

  /** The officer is needed though no passage is open. */
  static Plan alarm(Plan plan, GateState.Phase phase) {
    return plan.lockAll().go(phase, plan.timings().officer()).call();
  }

  /** The traveller went away, and left nobody between the doors. */
  static Plan abandon(Plan plan, Referral cause) {
    return finish(plan.lockUp().result(Outcome.ABANDONED, cause));
  }

  static Plan pass(Plan plan) {
    return finish(plan.lockUp().result(Outcome.PASSED, Referral.NONE));
  }

  /** After the result: the passage's bridge dies, unless it is dead already. */
  static Plan finish(Plan plan) {
    return plan.state().bridge() == Bridge.SPENT
        ? plan.dismissBridge().go(GateState.Phase.ENDING, plan.timings().ending())
        : Waiting.settle(plan);
  }

  private static Plan toOfficer(Plan plan, Outcome outcome, Referral cause) {
    return plan.lockUp().go(phase(cause), plan.timings().officer()).result(outcome, cause).call();
  }

  /** What the officer finds; travellers see the same lamp whatever it is. */
  private static GateState.Phase phase(Referral cause) {
    return switch (cause) {
      case MORE_THAN_ONE_PERSON -> GateState.Phase.TAILGATING;
      case DOOR_FORCED -> GateState.Phase.DOOR_FORCED;
      case WRONG_WAY -> GateState.Phase.WRONG_WAY;
      case DOOR_BLOCKED -> GateState.Phase.DOOR_BLOCKED;
      case OBJECT_LEFT -> GateState.Phase.OBJECT_LEFT;
      case VERDICT_LATE, NOBODY_LEFT -> GateState.Phase.TIMED_OUT;
      case NONE,
          EMERGENCY,
          RESTARTED,
          STALLED,
          TAMPER,
          SENSOR_UNSAFE,
          RECORD_UNAVAILABLE,
          OFFICER_HELD,
          OFFICER_REFERRED,
          BRIDGE_LOST,
          DOCUMENT,
          COMPARISON,
          NOBODY_ENTERED,
          WENT_BACK ->
          GateState.Phase.OFFICER;
    };
  }
}
