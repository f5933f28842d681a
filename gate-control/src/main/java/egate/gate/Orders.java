package egate.gate;

import java.time.Duration;

/**
 * What people at the gate order by hand. Every order goes on record, with who and why, before
 * anything follows from it; one that is not permitted just now goes on record only.
 */
final class Orders {
  private Orders() {}

  static Plan next(Plan plan, GateEvent.Ordered ordered) {
    boolean heeded = permitted(plan.state(), ordered.order());
    plan.add(new GateCommand.RecordOrder(ordered.order(), ordered.by(), heeded));
    return heeded ? obey(plan, ordered.order()) : plan;
  }

  private static boolean permitted(GateState state, HandOrder order) {
    return switch (order) {
      case HandOrder.Officer officer -> permitted(state, officer);
      case HandOrder.Maintenance(boolean on) ->
          on != (state.standing().service() == Service.MAINTENANCE);
      case HandOrder.JogDoor(Door door) -> Jogging.permitted(state, door);
      case HandOrder.JogLamp _ -> state.phase() == GateState.Phase.MAINTENANCE;
    };
  }

  private static boolean permitted(GateState state, HandOrder.Officer order) {
    Service service = state.standing().service();
    return switch (order) {
      case RELEASE_BACK -> releasable(state);
      case REFER -> state.current().resultDue();
      case HOLD -> service == Service.OPEN && holdable(state.phase());
      case RESUME -> service == Service.HELD || service == Service.CLOSED;
      case TAKE_OUT_OF_SERVICE -> service == Service.OPEN || service == Service.HELD;
      case EXTEND_TIME ->
          !state.current().extended() && (state.phase().ready() || state.current().resultDue());
    };
  }

  /** Whoever came in the wrong way must not be let on through the entry. */
  private static boolean releasable(GateState state) {
    boolean stands =
        switch (state.phase()) {
          case OFFICER, TAILGATING, TIMED_OUT, DOOR_BLOCKED, DOOR_FORCED, OBJECT_LEFT -> true;
          case WAITING, HELD -> true;
          default -> false;
        };
    return stands
        && state.topology().mantrap()
        && state.zone() != Occupancy.EMPTY
        && state.exit() == Contact.CLOSED
        && !state.unlocked().contains(Door.ENTRY);
  }

  private static boolean holdable(GateState.Phase phase) {
    return switch (phase) {
      case OUT_OF_SERVICE, TAMPERED, MAINTENANCE, JOGGING, HELD, EMERGENCY -> false;
      default -> true;
    };
  }

  private static Plan obey(Plan plan, HandOrder order) {
    return switch (order) {
      case HandOrder.Officer officer -> obey(plan, officer);
      case HandOrder.Maintenance(boolean on) -> want(plan, on ? Service.MAINTENANCE : Service.OPEN);
      case HandOrder.JogDoor(Door door) -> Jogging.begin(plan, door);
      case HandOrder.JogLamp(Lamp lamp) -> Jogging.begin(plan, lamp);
    };
  }

  private static Plan obey(Plan plan, HandOrder.Officer order) {
    return switch (order) {
      case RELEASE_BACK -> release(plan);
      case REFER -> Ends.refer(plan, Referral.OFFICER_REFERRED);
      case HOLD -> hold(plan.wanted(Service.HELD));
      case RESUME -> want(plan, Service.OPEN);
      case TAKE_OUT_OF_SERVICE -> want(plan, Service.CLOSED);
      case EXTEND_TIME -> plan.extend(time(plan));
    };
  }

  /** The order itself is the decision on record. */
  private static Plan release(Plan plan) {
    GateState.Phase phase = plan.state().phase();
    return plan.unlock(Door.ENTRY)
        .go(phase.officer() ? phase : GateState.Phase.OFFICER, plan.timings().officer());
  }

  private static Plan hold(Plan plan) {
    return plan.state().phase() == GateState.Phase.ENDING ? plan : Held.begin(plan);
  }

  /** Takes effect at once where no traveller is served, and otherwise after the present one. */
  private static Plan want(Plan plan, Service service) {
    plan.wanted(service);
    GateState.Phase phase = plan.state().phase();
    if (phase == GateState.Phase.HELD) {
      return Held.release(plan);
    }
    boolean now = phase.resting() && phase != GateState.Phase.EMERGENCY;
    return now ? Waiting.settle(plan.lockUp()) : plan;
  }

  private static Duration time(Plan plan) {
    Timings timings = plan.timings();
    return switch (plan.state().phase()) {
      case READING, READING_AGAIN -> timings.document();
      case ENTERING -> timings.entering();
      case CLOSING_ENTRY -> timings.closing();
      case IDENTIFYING, IDENTIFYING_AGAIN -> timings.identifying();
      case LEAVING -> timings.leaving();
      default -> Duration.ZERO;
    };
  }
}
