package egate.gate;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A world in which everything works and people do what they are told: sensors tell what is there,
 * locked doors fall closed, whoever is let out walks out, an ended bridge dies, time passes.
 */
final class HealthyWorld {
  /** More events than any way back to idle needs. */
  private static final int MOST_EVENTS = 40;

  private HealthyWorld() {}

  /** Whether a gate left alone in this world is ready for the next traveller in bounded time. */
  static boolean reachesIdle(Rules rules, GateState from) {
    GateState state = from;
    Duration now = Duration.ZERO;
    for (int events = 0; events < MOST_EVENTS; events++) {
      GateEvent event = next(state);
      if (event == null) {
        return true;
      }
      Duration deadline = state.deadline();
      now = event instanceof GateEvent.Tick && deadline != null ? deadline : now;
      state = rules.next(state, event, now, Story.TIMINGS).state();
    }
    return false;
  }

  private static @Nullable GateEvent next(GateState state) {
    return switch (state.phase()) {
      case IDLE -> null;
      case EMERGENCY -> new GateEvent.Emergency(false);
      case OUT_OF_SERVICE -> new GateEvent.Repaired();
      case WAITING -> comesToRest(state);
      case READING, ENTERING, CLOSING_ENTRY, IDENTIFYING, LEAVING, OFFICER -> moves(state);
      case ENDING -> new GateEvent.BridgeGone();
    };
  }

  /** The officer has seen to it that nobody is inside; a fresh bridge serves. */
  private static GateEvent comesToRest(GateState state) {
    if (state.entry() != Contact.CLOSED) {
      return new GateEvent.DoorMoved(Door.ENTRY, Contact.CLOSED);
    }
    if (state.exit() != Contact.CLOSED) {
      return new GateEvent.DoorMoved(Door.EXIT, Contact.CLOSED);
    }
    if (state.zone() != Occupancy.EMPTY) {
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
    boolean wayOut = state.phase() == GateState.Phase.OFFICER && !state.unlocked().isEmpty();
    if (wayOut && state.zone() != Occupancy.EMPTY) {
      return new GateEvent.ZoneChanged(Occupancy.EMPTY);
    }
    boolean falls = wayOut || !state.unlocked().contains(Door.ENTRY);
    return falls && state.entry() != Contact.CLOSED
        ? new GateEvent.DoorMoved(Door.ENTRY, Contact.CLOSED)
        : new GateEvent.Tick();
  }
}
