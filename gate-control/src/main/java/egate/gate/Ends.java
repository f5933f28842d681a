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

  /** The traveller went away, and left nobody between the doors. */
  static Plan abandon(Plan plan, Referral cause) {
    return finish(plan.lockUp().result(Outcome.ABANDONED, cause));
  }

  static Plan pass(Plan plan) {
    return finish(plan.lock(Door.EXIT).result(Outcome.PASSED, Referral.NONE));
  }

  /** After the result: the passage's bridge dies, unless it is dead already. */
  static Plan finish(Plan plan) {
    return plan.state().bridge() == Bridge.SPENT
        ? plan.dismissBridge().go(GateState.Phase.ENDING, plan.timings().ending())
        : Waiting.settle(plan);
  }

  private static Plan toOfficer(Plan plan, Outcome outcome, Referral cause) {
    return plan.lockUp()
        .go(GateState.Phase.OFFICER, plan.timings().officer())
        .result(outcome, cause);
  }
}
