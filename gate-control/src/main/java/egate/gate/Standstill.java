package egate.gate;

/**
 * The loop stood still, and the relay board has dropped the locks meanwhile. Outputs that stayed
 * high pull no relay any more: they follow the locks down, so that the next opening is an edge
 * again, and nobody waits before a door that only looks unlocked.
 */
final class Standstill {
  private Standstill() {}

  static Plan next(Plan plan) {
    if (plan.state().unlocked().isEmpty()) {
      return plan;
    }
    return switch (plan.state().phase()) {
      case EMERGENCY -> EmergencyRelease.release(plan.lockAll());
      case JOGGING -> Jogging.end(plan);
      default ->
          plan.state().current().resultDue() ? Ends.interrupt(plan) : Officer.stay(plan.lockUp());
    };
  }
}
