package egate.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Rules with one fault each: the walk that finds nothing in the real ones finds every one. */
class PlantedFaultsTest {

  private static final String STUCK = "idle is not reached again";

  /**
   * One fault and what the walk says of it.
   *
   * @param everything whether it shows only when people order things and reporting fails
   */
  private record Fault(
      String name, Topology topology, boolean everything, Rules rules, String found) {

    Fault(String name, Rules rules, String found) {
      this(name, Topology.INTEGRATED_TWO_STEP, false, rules, found);
    }

    static Fault ofOrders(String name, Rules rules, String found) {
      return new Fault(name, Topology.INTEGRATED_TWO_STEP, true, rules, found);
    }

    List<GateEvent> events() {
      return everything ? Events.of(topology) : Events.ofPassage(topology);
    }
  }

  @TestFactory
  Stream<DynamicTest> thePlantedFaultIsFound() {
    return Stream.concat(faults().stream(), Stream.concat(ofTopologies(), ofOrders()))
        .map(fault -> dynamicTest(fault.name(), () -> assertFound(fault)));
  }

  @Test
  void withoutAFaultNothingIsFound() {
    assertEquals(Set.of(), found(new Fault("none", Gate::next, "")));
  }

  private static void assertFound(Fault fault) {
    Set<String> found = found(fault);
    assertTrue(found.contains(fault.found()), () -> "found " + found);
  }

  private static Set<String> found(Fault fault) {
    Walk walk = Walk.of(fault.rules(), fault.topology(), fault.events());
    Set<String> found = new TreeSet<>(walk.violations().keySet());
    if (walk.nodes().stream()
        .anyMatch(node -> HealthyWorld.rest(fault.rules(), node.state()) == null)) {
      found.add(STUCK);
    }
    return found;
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
        new Fault(
            "a standstill is not noticed",
            PlantedFaultsTest::blindForStandstill,
            "a door looks unlocked whose lock has dropped"),
        new Fault("the officer never lets anybody out", PlantedFaultsTest::trapped, STUCK),
        new Fault(
            "identifying has no deadline",
            PlantedFaultsTest::forEver,
            "a phase has no deadline ahead"));
  }

  private static Stream<Fault> ofTopologies() {
    return Stream.of(
        new Fault(
            "a one-step gate lets in before it has compared",
            Topology.ONE_STEP,
            false,
            PlantedFaultsTest::entryEarly,
            "the entry opens without an accepted traveller"),
        new Fault(
            "a single door opens for two",
            Topology.SINGLE_DOOR,
            false,
            PlantedFaultsTest::blindForSeveral,
            "the exit opens without exactly one person behind a closed entry"),
        new Fault(
            "a kiosk moves a door",
            Topology.KIOSK_WITH_OFFICER,
            false,
            PlantedFaultsTest::kioskDoor,
            "a door opens that is not there"));
  }

  private static Stream<Fault> ofOrders() {
    return Stream.of(
        Fault.ofOrders(
            "an order is recorded last",
            PlantedFaultsTest::orderLast,
            "an order is not on record before what follows from it"),
        Fault.ofOrders(
            "a door is jogged whoever is inside",
            PlantedFaultsTest::joggedAlways,
            "a door moves by hand in a gate that is not out of service and empty"),
        Fault.ofOrders(
            "a held gate serves",
            PlantedFaultsTest::servesHeld,
            "a passage begins although nobody may be served"),
        Fault.ofOrders(
            "a hold lasts for ever",
            PlantedFaultsTest::heldForEver,
            "a phase has no deadline ahead"),
        Fault.ofOrders(
            "an opened cabinet is not noticed",
            PlantedFaultsTest::blindForTamper,
            "a door stays unlocked after a fault"),
        Fault.ofOrders(
            "a message lets out", PlantedFaultsTest::messageOpens, "a message opens a door"),
        new Fault(
            "whoever came in through the exit is let on",
            PlantedFaultsTest::letOn,
            "the entry opens for somebody who came in through the exit"));
  }

  private static Step entryEarly(GateState s, GateEvent event, Duration now, Timings timings) {
    boolean accepted = event.equals(new GateEvent.DocumentJudged(Judgement.ACCEPTED));
    return accepted && s.phase() == GateState.Phase.READING && !s.overdue(now)
        ? Entering.begin(new Plan(s, now, timings)).step()
        : Gate.next(s, event, now, timings);
  }

  private static Step kioskDoor(GateState s, GateEvent event, Duration now, Timings timings) {
    Step step = Gate.next(s, event, now, timings);
    return step.state().phase() == GateState.Phase.LEAVING
        ? new Plan(step.state(), now, timings).open(Door.EXIT).step()
        : step;
  }

  private static Step orderLast(GateState s, GateEvent event, Duration now, Timings timings) {
    Step step = Gate.next(s, event, now, timings);
    return event instanceof GateEvent.Ordered
        ? new Step(step.state(), step.commands().reversed())
        : step;
  }

  private static Step joggedAlways(GateState s, GateEvent event, Duration now, Timings timings) {
    boolean jog =
        event instanceof GateEvent.Ordered(HandOrder order, Hand _)
            && order.equals(new HandOrder.JogDoor(Door.EXIT))
            && s.phase() == GateState.Phase.MAINTENANCE;
    Plan plan =
        new Plan(s, now, timings)
            .add(new GateCommand.RecordOrder(new HandOrder.JogDoor(Door.EXIT), Hand.KEY, true));
    return jog ? Jogging.begin(plan, Door.EXIT).step() : Gate.next(s, event, now, timings);
  }

  private static Step servesHeld(GateState s, GateEvent event, Duration now, Timings timings) {
    boolean comes = event instanceof GateEvent.DocumentPresented;
    return comes && s.phase() == GateState.Phase.HELD && !s.current().resultDue()
        ? new Plan(Hearing.heard(s, event), now, timings)
            .begin()
            .go(GateState.Phase.READING, timings.document())
            .step()
        : Gate.next(s, event, now, timings);
  }

  private static Step heldForEver(GateState s, GateEvent event, Duration now, Timings timings) {
    Step step = Gate.next(s, event, now, timings);
    return step.state().phase() == GateState.Phase.HELD
        ? new Step(step.state().with(GateState.Phase.HELD, null), step.commands())
        : step;
  }

  private static Step blindForTamper(GateState s, GateEvent event, Duration now, Timings timings) {
    return event instanceof GateEvent.Tamper
        ? new Step(s, List.of())
        : Gate.next(s, event, now, timings);
  }

  private static Step messageOpens(GateState s, GateEvent event, Duration now, Timings timings) {
    boolean waits = s.phase() == GateState.Phase.OFFICER && s.exit() == Contact.CLOSED;
    return waits && event instanceof GateEvent.ReportingChanged
        ? new Plan(s, now, timings).open(Door.ENTRY).step()
        : Gate.next(s, event, now, timings);
  }

  private static Step letOn(GateState s, GateEvent event, Duration now, Timings timings) {
    boolean comes =
        s.phase() == GateState.Phase.WRONG_WAY
            && s.overdue(now)
            && event instanceof GateEvent.Tick
            && s.exit() == Contact.CLOSED;
    return comes
        ? new Plan(s, now, timings).open(Door.ENTRY).go(s.phase(), timings.officer()).step()
        : Gate.next(s, event, now, timings);
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

  private static Step blindForStandstill(
      GateState s, GateEvent event, Duration now, Timings timings) {
    return event instanceof GateEvent.Stalled
        ? new Step(s, List.of())
        : Gate.next(s, event, now, timings);
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
    boolean released = step.state().phase().officer();
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
