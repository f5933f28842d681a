package egate.gate;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The invariants of a gate, looked for at every step; each violation is one sentence. */
final class Invariants {
  private Invariants() {}

  /** The first sentence that tells what is wrong with a step, or null. */
  static @Nullable String violated(Witness before, GateEvent event, Step step, Duration now) {
    Witness seen = before;
    boolean decided = false;
    for (GateCommand command : step.commands()) {
      String wrong = wrong(seen, command, decided);
      if (wrong != null) {
        return wrong;
      }
      decided = command instanceof GateCommand.RecordDecision;
      seen = seen.sees(command);
    }
    String wrong = wrong(seen, step.state());
    return wrong != null ? wrong : deadline(step.state(), event, now);
  }

  private static @Nullable String wrong(Witness seen, GateCommand command, boolean decided) {
    return switch (command) {
      case GateCommand.Unlock(Door door) -> seen.inService() ? opening(seen, door, decided) : null;
      case GateCommand.RecordBegin _ ->
          seen.begun() ? "a passage begins before the last has its result" : null;
      case GateCommand.RecordResult(long _, Outcome outcome, Referral cause) ->
          result(seen, outcome, cause);
      case GateCommand.RecordDecision _,
          GateCommand.RecordEmergency _,
          GateCommand.Lock _,
          GateCommand.Show _,
          GateCommand.Identify _,
          GateCommand.EndBridge _ ->
          null;
    };
  }

  private static @Nullable String opening(Witness seen, Door door, boolean decided) {
    if (!decided) {
      return "a door opens without a decision recorded right before";
    }
    return switch (door) {
      case ENTRY -> entryOpening(seen);
      case EXIT -> exitOpening(seen);
    };
  }

  /** Inwards for an accepted document, or back outwards once the result is recorded. */
  private static @Nullable String entryOpening(Witness seen) {
    if (seen.begun() && !seen.documentAccepted()) {
      return "the entry opens without an accepted document";
    }
    return seen.sensed().exit() == Contact.CLOSED
        ? null
        : "the entry opens while the exit is not closed";
  }

  private static @Nullable String exitOpening(Witness seen) {
    if (!seen.documentAccepted()) {
      return "the exit opens without an accepted document";
    }
    if (!seen.travellerAccepted()) {
      return "the exit opens without an accepted traveller";
    }
    boolean alone = seen.sensed().zone() == Occupancy.ONE;
    return alone && seen.sensed().entry() == Contact.CLOSED
        ? null
        : "the exit opens without exactly one person behind a closed entry";
  }

  private static @Nullable String result(Witness seen, Outcome outcome, Referral cause) {
    if (!seen.begun()) {
      return "a result for no passage, or a second one";
    }
    boolean passed = outcome == Outcome.PASSED;
    if (passed && !(seen.travellerAccepted() && seen.sensed().clear())) {
      return "passed without an accepted traveller who has left";
    }
    return passed == (cause == Referral.NONE) ? null : "a cause that does not fit the outcome";
  }

  /** What holds once a step's commands are carried out. */
  private static @Nullable String wrong(Witness seen, GateState state) {
    if (seen.sensed().emergency()) {
      return seen.unlocked().size() == 2 ? null : "an emergency, and a door is locked";
    }
    if (seen.unlocked().size() > 1) {
      return "both doors are unlocked in service";
    }
    if (seen.unlocked().contains(Door.ENTRY) && seen.sensed().exit() != Contact.CLOSED) {
      return "the entry stays unlocked while the exit is not closed";
    }
    if (seen.unlocked().contains(Door.EXIT) && seen.sensed().entry() != Contact.CLOSED) {
      return "the exit stays unlocked while the entry is not closed";
    }
    if (state.phase().resting() && seen.begun()) {
      return "the gate rests while a passage has no result";
    }
    return state.phase().resting() && !seen.unlocked().isEmpty()
        ? "the gate rests with a door unlocked"
        : null;
  }

  /** A deadline runs wherever the gate does not rest, and a tick moves one that has passed. */
  private static @Nullable String deadline(GateState state, GateEvent event, Duration now) {
    Duration deadline = state.deadline();
    if (state.phase().resting()) {
      return deadline == null ? null : "a resting phase has a deadline";
    }
    boolean runs = deadline != null && !deadline.isNegative();
    boolean passed = state.overdue(now) && event instanceof GateEvent.Tick;
    return runs && !passed ? null : "a phase has no deadline ahead";
  }

  /** Emergency: doors first. */
  static @Nullable String notDoorsFirst(GateEvent event, GateState before, List<GateCommand> does) {
    boolean begins =
        event instanceof GateEvent.Emergency(boolean active)
            && active
            && before.phase() != GateState.Phase.EMERGENCY;
    if (!begins) {
      return null;
    }
    List<GateCommand> doors =
        List.of(new GateCommand.Unlock(Door.ENTRY), new GateCommand.Unlock(Door.EXIT));
    return does.size() >= 2 && does.subList(0, 2).equals(doors)
        ? null
        : "an emergency, and the doors do not come first";
  }
}
