package egate.gate;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Rules with one fault each: the walk that finds nothing in the real ones finds every one. */
class PlantedFaultsTest {

  private static final String STUCK = "idle is not reached again";

  private record Fault(String name, Rules rules, String found) {}

  @TestFactory
  Stream<DynamicTest> thePlantedFaultIsFound() {
    return faults().stream()
        .map(fault -> dynamicTest(fault.name(), () -> assertFound(fault.rules(), fault.found())));
  }

  private static void assertFound(Rules rules, String expected) {
    Walk walk = Walk.of(rules);
    Set<String> found = new TreeSet<>(walk.violations().keySet());
    if (walk.nodes().stream().anyMatch(node -> !HealthyWorld.reachesIdle(rules, node.state()))) {
      found.add(STUCK);
    }
    assertTrue(found.contains(expected), () -> "found " + found);
  }

  private static List<Fault> faults() {
    return List.of(
        new Fault(
            "no decision is recorded",
            without(GateCommand.RecordDecision.class::isInstance),
            "a door opens without a decision recorded right before"),
        new Fault(
            "the result is forgotten",
            without(GateCommand.RecordResult.class::isInstance),
            "the gate rests while a passage has no result"),
        new Fault(
            "the entry is not locked again",
            without(new GateCommand.Lock(Door.ENTRY)::equals),
            "the entry stays unlocked while the exit is not closed"),
        new Fault(
            "the exit is not locked again",
            without(new GateCommand.Lock(Door.EXIT)::equals),
            "the exit stays unlocked while the entry is not closed"),
        new Fault(
            "the decision follows the opening",
            PlantedFaultsTest::decisionLast,
            "a door opens without a decision recorded right before"),
        new Fault(
            "the result is recorded twice",
            PlantedFaultsTest::resultTwice,
            "a result for no passage, or a second one"),
        new Fault(
            "an emergency is recorded first",
            PlantedFaultsTest::recordsFirst,
            "an emergency, and the doors do not come first"),
        new Fault(
            "the exit opens when one person is inside",
            PlantedFaultsTest::exitEarly,
            "the exit opens without an accepted traveller"),
        new Fault(
            "a second person is not noticed",
            PlantedFaultsTest::blindForSeveral,
            "the exit opens without exactly one person behind a closed entry"),
        new Fault(
            "the entry is never seen open",
            PlantedFaultsTest::blindForEntry,
            "the exit opens without exactly one person behind a closed entry"),
        new Fault(
            "a late verdict counts",
            PlantedFaultsTest::late,
            "the entry opens without an accepted document"),
        new Fault(
            "a referral leads out through the exit",
            PlantedFaultsTest::releasedForward,
            "the exit opens without an accepted document"),
        new Fault("the officer never lets anybody out", PlantedFaultsTest::trapped, STUCK),
        new Fault(
            "identifying has no deadline",
            PlantedFaultsTest::forEver,
            "a phase has no deadline ahead"));
  }

  private static Rules without(Predicate<GateCommand> command) {
    return (state, event, now, timings) -> {
      Step step = Gate.next(state, event, now, timings);
      return new Step(step.state(), step.commands().stream().filter(command.negate()).toList());
    };
  }

  private static Step decisionLast(GateState s, GateEvent event, Duration now, Timings timings) {
    Step step = Gate.next(s, event, now, timings);
    List<GateCommand> commands = new ArrayList<>(step.commands());
    commands.removeIf(GateCommand.RecordDecision.class::isInstance);
    step.commands().stream()
        .filter(GateCommand.RecordDecision.class::isInstance)
        .forEach(commands::add);
    return new Step(step.state(), commands);
  }

  private static Step resultTwice(GateState s, GateEvent event, Duration now, Timings timings) {
    Step step = Gate.next(s, event, now, timings);
    List<GateCommand> commands = new ArrayList<>(step.commands());
    step.commands().stream()
        .filter(GateCommand.RecordResult.class::isInstance)
        .forEach(commands::add);
    return new Step(step.state(), commands);
  }

  private static Step recordsFirst(GateState s, GateEvent event, Duration now, Timings timings) {
    Step step = Gate.next(s, event, now, timings);
    return event instanceof GateEvent.Emergency
        ? new Step(step.state(), step.commands().reversed())
        : step;
  }

  private static Step exitEarly(GateState s, GateEvent event, Duration now, Timings timings) {
    Step step = Gate.next(s, event, now, timings);
    boolean begins = step.commands().contains(new GateCommand.Identify());
    return begins ? new Plan(step.state(), now, timings).open(Door.EXIT).step() : step;
  }

  private static Step blindForSeveral(GateState s, GateEvent event, Duration now, Timings timings) {
    boolean several = event.equals(new GateEvent.ZoneChanged(Occupancy.SEVERAL));
    return several ? new Step(s, List.of()) : Gate.next(s, event, now, timings);
  }

  private static Step blindForEntry(GateState s, GateEvent event, Duration now, Timings timings) {
    boolean opens = event.equals(new GateEvent.DoorMoved(Door.ENTRY, Contact.OPEN));
    return opens ? new Step(s, List.of()) : Gate.next(s, event, now, timings);
  }

  private static Step late(GateState s, GateEvent event, Duration now, Timings timings) {
    Duration heard = event instanceof GateEvent.Verdict ? Duration.ZERO : now;
    return Gate.next(s, event, heard, timings);
  }

  private static Step releasedForward(GateState s, GateEvent event, Duration now, Timings timings) {
    Step step = Gate.next(s, event, now, timings);
    boolean released = step.state().phase() == GateState.Phase.OFFICER;
    return released && step.commands().contains(new GateCommand.Unlock(Door.ENTRY))
        ? new Plan(s, now, timings).open(Door.EXIT).step()
        : step;
  }

  private static Step trapped(GateState s, GateEvent event, Duration now, Timings timings) {
    Step step = Gate.next(s, event, now, timings);
    boolean released = step.state().phase() == GateState.Phase.OFFICER;
    return released && step.commands().contains(new GateCommand.Unlock(Door.ENTRY))
        ? new Step(s.with(s.phase(), now.plus(timings.officer())), List.of())
        : step;
  }

  private static Step forEver(GateState s, GateEvent event, Duration now, Timings timings) {
    Step step = Gate.next(s, event, now, timings);
    return step.state().phase() == GateState.Phase.IDENTIFYING
        ? new Step(step.state().with(GateState.Phase.IDENTIFYING, null), step.commands())
        : step;
  }
}
