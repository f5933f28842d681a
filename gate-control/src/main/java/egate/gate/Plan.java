package egate.gate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

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

  /** Opens a door without asking the record: for emergencies, where records come second. */
  Plan unlock(Door door) {
    Set<Door> doors = EnumSet.of(door);
    doors.addAll(state.unlocked());
    state = state.with(doors);
    return add(new GateCommand.Unlock(door));
  }

  /** Locks a door, also one that should be locked already. */
  Plan lock(Door door) {
    Set<Door> doors = EnumSet.noneOf(Door.class);
    doors.addAll(state.unlocked());
    doors.remove(door);
    state = state.with(doors);
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

  /** Goes on to a phase that has to end within a time. */
  Plan go(GateState.Phase phase, Duration atMost) {
    return turn(state.with(phase, now.plus(atMost)));
  }

  /** Goes on to a phase that may last for ever. */
  Plan rest(GateState.Phase phase) {
    return turn(state.with(phase, null));
  }

  Plan add(GateCommand command) {
    commands.add(command);
    return this;
  }

  private Plan turn(GateState next) {
    boolean lampChanges = next.lamp() != state.lamp();
    state = next;
    return lampChanges ? add(new GateCommand.Show(next.lamp())) : this;
  }
}
