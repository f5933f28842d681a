package egate.gate;

import java.time.Duration;

/** What a gate does next, decided without doing it. */
public final class Gate {
  private Gate() {}

  /**
   * Decides what an event leads to.
   *
   * @param now monotonic time since the loop's start
   */
  public static Step next(GateState state, GateEvent event, Duration now, Timings timings) {
    Plan plan = new Plan(Hearing.heard(state, event), now, timings);
    return switch (event) {
      case GateEvent.Alarm alarm -> alarmed(plan, alarm).step();
      case GateEvent.Verdict verdict when !state.overdue(now) -> course(plan, verdict).step();
      // A verdict at or after the deadline only tells that the deadline has passed.
      case GateEvent.Verdict _ -> course(plan, new GateEvent.Tick()).step();
      case GateEvent.Tick tick -> state.overdue(now) ? course(plan, tick).step() : plan.step();
      case GateEvent.Course course -> course(plan, course).step();
    };
  }

  private static Plan alarmed(Plan plan, GateEvent.Alarm alarm) {
    return switch (alarm) {
      case GateEvent.Emergency(boolean active) ->
          active ? EmergencyRelease.begin(plan) : EmergencyRelease.end(plan);
      case GateEvent.Ordered ordered -> Orders.next(plan, ordered);
      case GateEvent.Tamper(boolean open) ->
          open ? OutOfService.close(plan, Referral.TAMPER) : plan;
      case GateEvent.Stalled _ -> Standstill.next(plan);
      case GateEvent.LinesFailed _ -> OutOfService.close(plan, Referral.SENSOR_UNSAFE);
      case GateEvent.RecordFailed _ -> OutOfService.close(plan, Referral.RECORD_UNAVAILABLE);
      case GateEvent.Repaired _ -> OutOfService.reopen(plan);
    };
  }

  private static Plan course(Plan plan, GateEvent.Course event) {
    return switch (plan.state().phase()) {
      case WAITING, NO_SPARE, DOCUMENT_LEFT -> Waiting.next(plan, event);
      case IDLE, OFFLINE -> Idle.next(plan, event);
      case READING, READING_AGAIN -> Reading.next(plan, event);
      case ENTERING -> Entering.next(plan, event);
      case CLOSING_ENTRY -> ClosingEntry.next(plan, event);
      case IDENTIFYING, IDENTIFYING_AGAIN -> Identifying.next(plan, event);
      case LEAVING -> Leaving.next(plan, event);
      case OFFICER, TAILGATING, TIMED_OUT, DOOR_BLOCKED, DOOR_FORCED, WRONG_WAY, OBJECT_LEFT ->
          Officer.next(plan, event);
      case ENDING -> Ending.next(plan, event);
      case HELD -> Held.next(plan, event);
      case JOGGING -> Jogging.next(plan, event);
      case EMERGENCY, OUT_OF_SERVICE, TAMPERED, MAINTENANCE -> Closed.next(plan, event);
    };
  }
}
