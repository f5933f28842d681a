package egate.gate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A step in the making: commands in the order in which the loop carries them out, and the state
 * that goes with them. Opening a door in service always records the decision first.
 */
final class Plan {
  private final List<GateCommand> commands = new ArrayList<>();
  private final Duration now;
  private final Timings timings;
  private GateState state;

  Plan(GateState state, Duration now, Timings timings) {
    this.state = state;
    this.now = now;
    this.timings = timings;
  }

  GateState state() {
    return state;
  }

  Timings timings() {
    return timings;
  }

  Step step() {
    return new Step(state, commands);
  }

  /** A document is there: the next passage begins. */
  Plan begin() {
    state = state.with(state.current().next());
    return add(new GateCommand.RecordBegin(state.passage()));
  }

  /** Opens one door of a gate in service. */
  Plan open(Door door) {
    add(new GateCommand.RecordDecision(state.passage(), door));
    return unlock(door);
  }

  /**
   * Opens a door without recording a decision: in an emergency, where records come second, and
   * after an order, which is on record.
   */
  Plan unlock(Door door) {
    state = state.withUnlocked(door, true);
    return add(new GateCommand.Unlock(door));
  }

  /** Locks a door, also one that should be locked already. */
  Plan lock(Door door) {
    state = state.withUnlocked(door, false);
    return add(new GateCommand.Lock(door));
  }

  /** Locks what is unlocked. */
  Plan lockUp() {
    for (Door door : Door.values()) {
      if (state.unlocked().contains(door)) {
        lock(door);
      }
    }
    return this;
  }

  /** Locks every door that there is, also those that should be locked already. */
  Plan lockAll() {
    for (Door door : Door.values()) {
      if (state.topology().doors().contains(door)) {
        lock(door);
      }
    }
    return this;
  }

  /** The passage's one result. */
  Plan result(Outcome outcome, Referral cause) {
    if (!state.current().resultDue()) {
      throw new IllegalStateException("passage " + state.passage() + " has its result already");
    }
    state = state.with(state.current().concluded());
    return add(new GateCommand.RecordResult(state.passage(), outcome, cause));
  }

  /** Ends the bridge if it has seen a document. */
  Plan dismissBridge() {
    return state.bridge() == Bridge.SPENT ? add(new GateCommand.EndBridge()) : this;
  }

  Plan at(Whereabouts place) {
    state = state.with(state.current().at(place));
    return this;
  }

  Plan wanted(Service service) {
    state = state.with(state.standing().with(service));
    return this;
  }

  /** Gives the traveller more time from here on, in the phase that runs too. */
  Plan extend(Duration ofThisPhase) {
    state = state.with(state.current().with(true));
    Duration deadline = state.deadline();
    Duration more = timings.extended(ofThisPhase).minus(ofThisPhase);
    state = state.with(state.phase(), deadline == null ? null : deadline.plus(more));
    return this;
  }

  /** Goes on to a phase that has to end within a time. */
  Plan go(GateState.Phase phase, Duration atMost) {
    return turn(state.with(phase, now.plus(atMost)));
  }

  /** Goes on to a phase in which the traveller has to do something within a time. */
  Plan give(GateState.Phase phase, Duration atMost) {
    return go(phase, state.current().extended() ? timings.extended(atMost) : atMost);
  }

  /** Goes on to a phase that ends when the present one would have to. */
  Plan within(GateState.Phase phase) {
    return turn(state.with(phase, Objects.requireNonNull(state.deadline())));
  }

  /** Goes on to a phase without any deadline. */
  Plan rest(GateState.Phase phase) {
    return turn(state.with(phase, null));
  }

  /** Tells the officer's desk that the phase needs somebody. */
  Plan call() {
    return add(new GateCommand.CallOfficer(state.phase()));
  }

  Plan add(GateCommand command) {
    commands.add(command);
    return this;
  }

  /** A jogged lamp is put out with the jog; more time lasts no longer than its traveller. */
  private Plan turn(GateState next) {
    boolean jogged = state.phase() == GateState.Phase.JOGGING && next.phase() != state.phase();
    boolean lampChanges = next.lamp() != state.lamp() || jogged;
    boolean served = next.phase().ready() || next.current().resultDue();
    state = served ? next : next.with(next.current().with(false));
    return lampChanges ? add(new GateCommand.Show(next.lamp())) : this;
  }
}
