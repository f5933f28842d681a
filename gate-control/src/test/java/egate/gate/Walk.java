package egate.gate;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks every state that a gate can reach, under every event, early and at the deadline. Deadlines
 * are kept relative to now and passages are not counted, so the states are finitely many.
 */
final class Walk {
  /** A state with what an onlooker knows at that point. */
  record Node(GateState state, Witness witness) {}

  private record Arrival(@Nullable Node from, GateEvent event) {}

  private final Rules rules;
  private final Deque<Node> open = new ArrayDeque<>();
  private final Map<Node, Arrival> reached = new HashMap<>();
  private final Map<String, String> violations = new LinkedHashMap<>();
  private long transitions;

  private Walk(Rules rules) {
    this.rules = rules;
  }

  /** To the end, or to the first state in which something is wrong. */
  static Walk of(Rules rules) {
    Walk walk = new Walk(rules);
    walk.reach(new Node(GateState.initial(0), Witness.START), null, new GateEvent.Tick());
    while (!walk.open.isEmpty() && walk.violations.isEmpty()) {
      walk.expand(walk.open.remove());
    }
    return walk;
  }

  /** What is wrong, each sentence with the shortest sequence of events that leads to it. */
  Map<String, String> violations() {
    return violations;
  }

  Set<Node> nodes() {
    return reached.keySet();
  }

  long transitions() {
    return transitions;
  }

  private void expand(Node node) {
    for (GateEvent event : Events.ALL) {
      step(node, event, Duration.ZERO);
      if (node.state().deadline() != null) {
        step(node, event, node.state().deadline());
      }
    }
  }

  private void step(Node node, GateEvent event, Duration now) {
    transitions++;
    boolean late = node.state().overdue(now);
    Step step = rules.next(node.state(), event, now, Story.TIMINGS);
    Witness seen = node.witness().sees(event, late);
    String wrong = Invariants.violated(seen, event, step, now);
    if (wrong == null) {
      wrong = Invariants.notDoorsFirst(event, node.state(), step.commands());
    }
    if (wrong == null && event instanceof GateEvent.Tick && late == idles(node, step)) {
      wrong = late ? "nothing happens at a deadline" : "something happens before the deadline";
    }
    if (wrong != null) {
      violations.putIfAbsent(wrong, story(node) + event);
      return;
    }
    for (GateCommand command : step.commands()) {
      seen = seen.sees(command);
    }
    reach(new Node(normalised(step.state(), now), seen.settled()), node, event);
  }

  /** Whether a step leaves everything as it was, the deadline included. */
  private static boolean idles(Node node, Step step) {
    return step.commands().isEmpty() && step.state().equals(node.state());
  }

  private void reach(Node node, @Nullable Node from, GateEvent event) {
    if (reached.putIfAbsent(node, new Arrival(from, event)) == null) {
      open.add(node);
    }
  }

  static GateState normalised(GateState state, Duration now) {
    Passage uncounted = new Passage(0, state.current().resultDue(), state.current().whereabouts());
    Duration deadline = state.deadline();
    return state.with(uncounted).with(state.phase(), deadline == null ? null : deadline.minus(now));
  }

  private String story(Node node) {
    StringBuilder events = new StringBuilder();
    Node at = node;
    while (at != null) {
      Arrival arrival = reached.get(at);
      if (arrival == null || arrival.from() == null) {
        break;
      }
      events.insert(0, arrival.event() + ", ");
      at = arrival.from();
    }
    return events.toString();
  }
}
