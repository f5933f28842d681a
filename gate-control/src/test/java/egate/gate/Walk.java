package egate.gate;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks every state that a gate can reach, under every event, early and at the deadline. Deadlines
 * are kept relative to now and passages are not counted, so the states are finitely many.
 *
 * <p>A deadline that has passed may change what a tick or a verdict leads to; of every other event
 * it is checked that it changes nothing, which spares the walk half of the states.
 */
final class Walk {
  /** A state with what an onlooker knows at that point. */
  record Node(GateState state, Witness witness) {}

  private record Arrival(@Nullable Node from, GateEvent event) {}

  private final Rules rules;
  private final List<GateEvent> events;
  private final Deque<Node> open = new ArrayDeque<>();
  private final Map<Node, Arrival> reached = new HashMap<>();
  private final Map<String, String> violations = new LinkedHashMap<>();
  private long transitions;

  private Walk(Rules rules, List<GateEvent> events) {
    this.rules = rules;
    this.events = events;
  }

  /** Before the first step. */
  static Walk none() {
    return new Walk(Gate::next, List.of());
  }

  /** Under every event: to the end, or to the first state in which something is wrong. */
  static Walk of(Rules rules, Topology topology) {
    return of(rules, topology, Events.of(topology));
  }

  /** Under the events given. */
  static Walk of(Rules rules, Topology topology, List<GateEvent> events) {
    Walk walk = new Walk(rules, events);
    GateState start = normalised(GateState.initial(topology, 1), Duration.ZERO);
    walk.reach(new Node(start, Witness.start(topology)), null, new GateEvent.Tick());
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
    Duration deadline = node.state().deadline();
    for (GateEvent event : events) {
      Step early = step(node, event, Duration.ZERO);
      if (deadline == null) {
        continue;
      }
      if (event instanceof GateEvent.Tick || event instanceof GateEvent.Verdict) {
        step(node, event, deadline);
      } else {
        requireTimeless(node, event, early, deadline);
      }
    }
  }

  private Step step(Node node, GateEvent event, Duration now) {
    transitions++;
    boolean late = node.state().overdue(now);
    Step step = rules.next(node.state(), event, now, Story.TIMINGS);
    Witness seen = node.witness().sees(event, late);
    String wrong = Invariants.violated(seen, node.state(), event, step, now);
    if (wrong == null && event instanceof GateEvent.Tick && late == idles(node, step)) {
      wrong = late ? "nothing happens at a deadline" : "something happens before the deadline";
    }
    if (wrong != null) {
      note(wrong, node, event);
      return step;
    }
    if (idles(node, step) && seen.equals(node.witness())) {
      return step;
    }
    for (GateCommand command : step.commands()) {
      seen = seen.sees(command);
    }
    reach(new Node(normalised(step.state(), now), seen.settled()), node, event);
    return step;
  }

  private void requireTimeless(Node node, GateEvent event, Step early, Duration deadline) {
    transitions++;
    Step late = rules.next(node.state(), event, deadline, Story.TIMINGS);
    boolean same =
        late.commands().equals(early.commands())
            && late.state()
                .with(late.state().phase(), null)
                .equals(early.state().with(early.state().phase(), null));
    if (!same) {
      note("a deadline changes what it should not", node, event);
    }
  }

  private void note(String wrong, Node node, GateEvent event) {
    violations.putIfAbsent(wrong, story(node) + event);
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
    Passage current = state.current();
    Passage uncounted =
        new Passage(1, current.resultDue(), current.whereabouts(), current.extended());
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
