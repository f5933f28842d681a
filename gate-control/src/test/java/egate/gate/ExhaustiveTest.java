package egate.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every reachable state under every event: the invariants of the design's section 4. */
class ExhaustiveTest {
  private static Walk walk = Walk.of(Gate::next);

  @BeforeAll
  static void countAloud() {
    System.out.println(
        "walked " + walk.nodes().size() + " states, " + walk.transitions() + " transitions");
  }

  @Test
  void noInvariantIsEverViolated() {
    assertEquals(Map.of(), walk.violations());
  }

  @Test
  void theWalkMeetsEveryPhase() {
    EnumSet<GateState.Phase> met = EnumSet.noneOf(GateState.Phase.class);
    walk.nodes().forEach(node -> met.add(node.state().phase()));
    assertEquals(EnumSet.allOf(GateState.Phase.class), met);
  }

  @Test
  void fromEveryStateAHealthyWorldLeadsBackToIdle() {
    List<GateState> stuck =
        walk.nodes().stream()
            .map(Walk.Node::state)
            .filter(state -> !HealthyWorld.reachesIdle(Gate::next, state))
            .limit(3)
            .toList();
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
}
