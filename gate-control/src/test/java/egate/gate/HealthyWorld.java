package egate.gate;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A world in which everything works and people do what they are told: sensors tell what is there,
 * locked doors fall closed, whoever is let out walks out, bridges judge, an ended bridge dies,
 * officers end their holds, time passes.
 */
final class HealthyWorld {
  /** More events than any way back to idle needs. */
  private static final int MOST_EVENTS = 40;

  private HealthyWorld() {}

  /**
   * How long it takes until a gate that is left alone in this world is ready for the next traveller
   * or rests out of service as people want it; null when it never does.
   */
  static @Nullable Duration rest(Rules rules, GateState from) {
    GateState state = from;
    Duration now = Duration.ZERO;
    for (int events = 0; events < MOST_EVENTS; events++) {
      GateEvent event = next(state);
      if (event == null) {
        return now;
      }
      Duration deadline = state.deadline();
      now = event instanceof GateEvent.Tick && deadline != null ? deadline : now;
      state = rules.next(state, event, now, Story.TIMINGS).state();
    }
    return null;
  }

  private static @Nullable GateEvent next(GateState state) {
    return switch (state.phase()) {
      case IDLE -> null;
      case OFFLINE -> new GateEvent.ReportingChanged(Reporting.ONLINE);
      case EMERGENCY -> new GateEvent.Emergency(false);
      case MAINTENANCE -> null;
      case OUT_OF_SERVICE, TAMPERED -> repaired(state);
      case HELD -> new GateEvent.Ordered(HandOrder.Officer.RESUME, Hand.KEY);
      case JOGGING -> new GateEvent.Tick();
      case WAITING, NO_SPARE -> comesToRest(state);
      case DOCUMENT_LEFT -> new GateEvent.DocumentLeft(false);
      case READING, READING_AGAIN -> new GateEvent.DocumentJudged(Judgement.REFERRED);
      case IDENTIFYING, IDENTIFYING_AGAIN -> new GateEvent.TravellerJudged(Judgement.REFERRED);
      case ENTERING, CLOSING_ENTRY, LEAVING -> moves(state);
      case OFFICER, TAILGATING, TIMED_OUT, DOOR_BLOCKED, DOOR_FORCED, WRONG_WAY, OBJECT_LEFT ->
          moves(state);
      case ENDING -> new GateEvent.BridgeGone();
    };
  }

  private static @Nullable GateEvent repaired(GateState state) {
    if (state.standing().fault() != Fault.NONE) {
      return new GateEvent.Repaired();
    }
    return state.standing().reporting() == Reporting.FULL
        ? new GateEvent.ReportingChanged(Reporting.ONLINE)
        : null;
  }

  /** The officer has seen to it that nobody is inside; a fresh bridge serves. */
  private static GateEvent comesToRest(GateState state) {
    if (state.entry() != Contact.CLOSED) {
      return new GateEvent.DoorMoved(Door.ENTRY, Contact.CLOSED);
    }
    if (state.exit() != Contact.CLOSED) {
      return new GateEvent.DoorMoved(Door.EXIT, Contact.CLOSED);
    }
    if (!state.clear()) {
      return new GateEvent.ZoneChanged(Occupancy.EMPTY);
    }
    return state.bridge() == Bridge.SPENT
        ? new GateEvent.BridgeGone()
        : new GateEvent.BridgeServing();
  }

  private static GateEvent moves(GateState state) {
    if (state.exit() != Contact.CLOSED && !state.unlocked().contains(Door.EXIT)) {
      return new GateEvent.DoorMoved(Door.EXIT, Contact.CLOSED);
    }
    if (state.zone() == Occupancy.UNKNOWN) {
      return new GateEvent.ZoneChanged(Occupancy.SEVERAL);
    }
    boolean wayOut = state.phase().officer() && !state.unlocked().isEmpty();
    if ((wayOut && state.zone() != Occupancy.EMPTY) || fetched(state)) {
      return new GateEvent.ZoneChanged(Occupancy.EMPTY);
    }
    boolean falls = wayOut || !state.unlocked().contains(Door.ENTRY);
    return falls && state.entry() != Contact.CLOSED
        ? new GateEvent.DoorMoved(Door.ENTRY, Contact.CLOSED)
        : new GateEvent.Tick();
  }

  /** Where the gate lets nobody out by itself, the officer comes with a mechanical key. */
  private static boolean fetched(GateState state) {
    return switch (state.phase()) {
      case DOOR_FORCED, WRONG_WAY, OBJECT_LEFT -> state.zone() != Occupancy.EMPTY;
      default -> state.phase().officer() && state.zone() == Occupancy.OBJECT;
    };
  }
}
