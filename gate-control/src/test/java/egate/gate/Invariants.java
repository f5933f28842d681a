package egate.gate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The invariants of a gate, looked for at every step; each violation is one sentence. */
final class Invariants {
  private Invariants() {}

  /** The first sentence that tells what is wrong with a step, or null. */
  static @Nullable String violated(
      Witness before, GateState from, GateEvent event, Step step, Duration now) {
    Witness seen = before;
    GateCommand last = null;
    for (GateCommand command : step.commands()) {
      String wrong =
          command instanceof GateCommand.Unlock(Door door)
              ? Openings.wrong(seen, door, last, from.phase())
              : wrong(seen, command, from);
      if (wrong != null) {
        return wrong;
      }
      last = command;
      seen = seen.sees(command);
    }
    String wrong = wrong(seen, step.state());
    if (wrong == null) {
      wrong = order(from, event, step.commands());
    }
    return wrong != null ? wrong : deadline(step.state(), event, now);
  }

  private static @Nullable String wrong(Witness seen, GateCommand command, GateState from) {
    return switch (command) {
      case GateCommand.RecordBegin _ -> begin(seen, from.standing());
      case GateCommand.RecordResult(long _, Outcome outcome, Referral cause) ->
          result(seen, outcome, cause);
      case GateCommand.Lock(Door door) ->
          seen.topology().doors().contains(door) ? null : "a door is locked that is not there";
      case GateCommand.RecordDecision _,
          GateCommand.RecordEmergency _,
          GateCommand.RecordOrder _,
          GateCommand.CallOfficer _,
          GateCommand.Unlock _,
          GateCommand.Show _,
          GateCommand.Identify _,
          GateCommand.EndBridge _ ->
          null;
    };
  }

  private static @Nullable String begin(Witness seen, Standing standing) {
    if (seen.begun()) {
      return "a passage begins before the last has its result";
    }
    boolean serves = standing.service() == Service.OPEN && seen.servable();
    return serves && standing.reporting() != Reporting.FULL
        ? null
        : "a passage begins although nobody may be served";
  }

  private static @Nullable String result(Witness seen, Outcome outcome, Referral cause) {
    if (!seen.begun()) {
      return "a result for no passage, or a second one";
    }
    boolean passed = outcome == Outcome.PASSED;
    boolean left = Safety.clear(seen.topology(), seen.sensed());
    if (passed && !(seen.documentAccepted() && seen.travellerAccepted() && left)) {
      return "passed without an accepted traveller who has left";
    }
    return passed == (cause == Referral.NONE) ? null : "a cause that does not fit the outcome";
  }

  /** What holds once a step's commands are carried out. */
  private static @Nullable String wrong(Witness seen, GateState state) {
    if (seen.sensed().emergency()) {
      Set<Door> all = seen.topology().doors();
      return seen.unlocked().equals(all) ? null : "an emergency, and a door is locked";
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
    boolean jogging = state.phase() == GateState.Phase.JOGGING;
    if (!seen.servable() && !seen.unlocked().isEmpty() && !jogging) {
      return "a door stays unlocked after a fault";
    }
    if (!state.phase().resting()) {
      return null;
    }
    if (seen.begun()) {
      return "the gate rests while a passage has no result";
    }
    return seen.unlocked().isEmpty() || jogging ? null : "the gate rests with a door unlocked";
  }

  /** Emergency: doors first. An order of somebody's: the record first. */
  private static @Nullable String order(GateState from, GateEvent event, List<GateCommand> does) {
    if (does.stream().anyMatch(GateCommand.Unlock.class::isInstance)
        && !Openings.mayFollow(event)) {
      return "a message opens a door";
    }
    return switch (event) {
      case GateEvent.Ordered _ ->
          !does.isEmpty() && does.getFirst() instanceof GateCommand.RecordOrder
              ? null
              : "an order is not on record before what follows from it";
      case GateEvent.Emergency(boolean active)
          when active && from.phase() != GateState.Phase.EMERGENCY ->
          doorsFirst(from.topology(), does)
              ? null
              : "an emergency, and the doors do not come first";
      case GateEvent.Stalled _ -> dropped(from, does);
      default -> null;
    };
  }

  /** A relay that has dropped pulls on the next edge only, and in an emergency at once. */
  private static @Nullable String dropped(GateState from, List<GateCommand> does) {
    boolean emergency = from.phase() == GateState.Phase.EMERGENCY;
    for (Door door : from.unlocked()) {
      int down = does.indexOf(new GateCommand.Lock(door));
      int up = does.lastIndexOf(new GateCommand.Unlock(door));
      if (down < 0 || (emergency ? up < down : up >= 0)) {
        return "a door looks unlocked whose lock has dropped";
      }
    }
    return null;
  }

  private static boolean doorsFirst(Topology topology, List<GateCommand> does) {
    List<GateCommand> doors = new ArrayList<>();
    topology.doors().stream().sorted().forEach(door -> doors.add(new GateCommand.Unlock(door)));
    return does.size() >= doors.size() && does.subList(0, doors.size()).equals(doors);
  }

  /** Only a gate that is ready may wait for ever; a tick moves a deadline that has passed. */
  private static @Nullable String deadline(GateState state, GateEvent event, Duration now) {
    Duration deadline = state.deadline();
    if (state.phase() == GateState.Phase.IDLE) {
      return deadline == null ? null : "an idle gate has a deadline";
    }
    boolean runs = deadline != null && !deadline.isNegative();
    boolean passed = state.overdue(now) && event instanceof GateEvent.Tick;
    return runs && !passed ? null : "a phase has no deadline ahead";
  }
}
