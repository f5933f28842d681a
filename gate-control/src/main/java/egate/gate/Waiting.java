package egate.gate;

import java.time.Duration;

/**
 * Nobody is served until a fresh bridge serves, the doors are closed, the zone is clear and nobody
 * wants it otherwise. All doors are locked.
 */
final class Waiting {
  private Waiting() {}

  static Plan next(Plan plan, GateEvent.Course event) {
    return switch (event) {
      case GateEvent.BridgeServing _,
          GateEvent.BridgeGone _,
          GateEvent.DocumentLeft _,
          GateEvent.ReportingChanged _ ->
          settle(plan);
      // Doors that were closed do not open by themselves.
      case GateEvent.DoorMoved _, GateEvent.ZoneChanged _ ->
          plan.state().phase() == GateState.Phase.WAITING ? settle(plan) : Idle.look(plan);
      // Too early: that bridge has seen a traveller's data, and the gate cannot serve it.
      case GateEvent.DocumentPresented _ -> Ends.finish(plan);
      case GateEvent.Tick _ -> again(plan);
      case GateEvent.Verdict _, GateEvent.AskedAgain _ -> plan;
    };
  }

  /** Ready for a traveller, or waiting to be; a wait that goes on keeps its deadline. */
  static Plan settle(Plan plan) {
    GateState.Phase phase = phase(plan.state());
    if (phase == GateState.Phase.IDLE) {
      return plan.rest(phase);
    }
    return phase == plan.state().phase() && plan.state().deadline() != null
        ? plan
        : plan.go(phase, patience(plan, phase));
  }

  /** Nothing has come of it in time: the doors are locked once more and the officer is called. */
  static Plan again(Plan plan) {
    return reassure(plan).call();
  }

  /** The doors are locked once more, should an output have been lost. */
  static Plan reassure(Plan plan) {
    GateState.Phase phase = plan.state().phase();
    return plan.lockAll().go(phase, patience(plan, phase));
  }

  private static Duration patience(Plan plan, GateState.Phase phase) {
    return phase == GateState.Phase.HELD ? plan.timings().hold() : plan.timings().attention();
  }

  /** Where a gate rests; the first that applies, graver ones first. */
  static GateState.Phase phase(GateState state) {
    return switch (state.standing().service()) {
      case MAINTENANCE -> GateState.Phase.MAINTENANCE;
      case CLOSED -> faulty(state, GateState.Phase.OUT_OF_SERVICE);
      case HELD -> faulty(state, GateState.Phase.HELD);
      case OPEN -> faulty(state, open(state));
    };
  }

  private static GateState.Phase faulty(GateState state, GateState.Phase otherwise) {
    return switch (state.standing().fault()) {
      case FAILED -> GateState.Phase.OUT_OF_SERVICE;
      case TAMPERED -> GateState.Phase.TAMPERED;
      case NONE ->
          state.standing().reporting() == Reporting.FULL
              ? GateState.Phase.OUT_OF_SERVICE
              : otherwise;
    };
  }

  private static GateState.Phase open(GateState state) {
    if (!state.clear()) {
      return GateState.Phase.WAITING;
    }
    return switch (state.bridge()) {
      case NONE, SPENT -> GateState.Phase.NO_SPARE;
      case OBSTRUCTED -> GateState.Phase.DOCUMENT_LEFT;
      case FRESH ->
          state.standing().reporting() == Reporting.ONLINE
              ? GateState.Phase.IDLE
              : GateState.Phase.OFFLINE;
    };
  }
}
