package egate.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Every reachable state of each topology under every event: the design's invariants. */
@ParameterizedClass
@EnumSource(Topology.class)
class ExhaustiveTest {
  /** Of the times in {@link Story#TIMINGS}. */
  private static final Duration LONGEST = Story.TIMINGS.hold();

  private static Walk walk = Walk.none();

  private final Topology topology;

  ExhaustiveTest(Topology topology) {
    this.topology = topology;
  }

  @BeforeParameterizedClassInvocation
  static void walkAndCountAloud(Topology topology) {
    walk = Walk.of(Gate::next, topology);
    System.out.printf(
        Locale.ROOT,
        "%s: walked %,d states, %,d transitions%n",
        topology.key(),
        walk.nodes().size(),
        walk.transitions());
  }

  @Test
  void noInvariantIsEverViolated() {
    assertEquals(Map.of(), walk.violations());
  }

  @Test
  void theWalkMeetsEveryPhaseThatTheTopologyHas() {
    Set<GateState.Phase> met = EnumSet.noneOf(GateState.Phase.class);
    walk.nodes().forEach(node -> met.add(node.state().phase()));
    assertEquals(EnumSet.complementOf(EnumSet.copyOf(absent())), met);
  }

  @Test
  void fromEveryStateAHealthyWorldLeadsToRestWithinTheLongestDeadline() {
    List<GateState> stuck =
        walk.nodes().stream().map(Walk.Node::state).filter(this::staysOut).limit(3).toList();
    assertEquals(List.of(), stuck);
  }

  @Test
  void whatTheGateBelievesIsWhatAnOnlookerSees() {
    assertTrue(
        walk.nodes().stream()
            .allMatch(
                node ->
                    node.state().unlocked().equals(node.witness().unlocked())
                        && node.state().sensed().equals(node.witness().sensed())
                        && node.state().current().resultDue() == node.witness().begun()));
  }

  @Test
  void aRefusalLooksLikeAnyOtherReferral() {
    for (Walk.Node node : walk.nodes()) {
      Set<List<GateCommand>> seen =
          Set.copyOf(List.of(shown(node, Judgement.REFUSED), shown(node, Judgement.REFERRED)));
      assertEquals(1, seen.size(), () -> node + " shows which it is");
    }
  }

  private boolean staysOut(GateState state) {
    Duration rest = HealthyWorld.rest(Gate::next, state);
    return rest == null || rest.compareTo(LONGEST) > 0;
  }

  private static List<GateCommand> shown(Walk.Node node, Judgement judgement) {
    GateEvent event = new GateEvent.DocumentJudged(judgement);
    return Gate.next(node.state(), event, Duration.ZERO, Story.TIMINGS).commands().stream()
        .filter(GateCommand.Actuation.class::isInstance)
        .toList();
  }

  private Set<GateState.Phase> absent() {
    return switch (topology) {
      case INTEGRATED_TWO_STEP, ONE_STEP -> EnumSet.noneOf(GateState.Phase.class);
      case SINGLE_DOOR ->
          EnumSet.of(
              GateState.Phase.ENTERING, GateState.Phase.CLOSING_ENTRY, GateState.Phase.WRONG_WAY);
      case KIOSK_WITH_OFFICER ->
          EnumSet.of(
              GateState.Phase.ENTERING,
              GateState.Phase.CLOSING_ENTRY,
              GateState.Phase.TAILGATING,
              GateState.Phase.DOOR_BLOCKED,
              GateState.Phase.DOOR_FORCED,
              GateState.Phase.WRONG_WAY,
              GateState.Phase.OBJECT_LEFT);
    };
  }
}
