package egate.gate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A gate to which a story is told. A story is text: comments, then blocks of events above a line of
 * dashes, and below it the state and the commands that they lead to.
 */
final class Story {
  static final Timings TIMINGS =
      new Timings(
          Duration.ofSeconds(30),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(40),
          Duration.ofSeconds(5),
          Duration.ofMillis(1500),
          Duration.ofSeconds(5),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofSeconds(3),
          200);

  private static final String RULE = "----";
  private static final List<String> READY =
      List.of("entry closed", "exit closed", "zone empty", "bridge serving");

  private GateState state = GateState.initial(Topology.INTEGRATED_TWO_STEP, 0);
  private Duration now = Duration.ZERO;

  private Story() {}

  /** The same story with what the rules really answer below the dashes. */
  static String retold(String text) {
    Story story = new Story();
    List<String> out = new ArrayList<>();
    for (String block : text.strip().split("\n\n+", -1)) {
      out.add(block.contains(RULE) ? story.block(block) : block.strip());
    }
    return String.join("\n\n", out) + "\n";
  }

  private String block(String block) {
    StringBuilder out = new StringBuilder();
    List<GateCommand> commands = new ArrayList<>();
    for (String line : block.substring(0, block.indexOf(RULE)).strip().lines().toList()) {
      out.append(line).append('\n');
      commands.addAll(happens(line.strip()));
    }
    out.append(RULE).append('\n').append(StoryWords.lower(state.phase()));
    commands.forEach(command -> out.append("\n  ").append(StoryWords.told(command)));
    return out.toString();
  }

  private List<GateCommand> happens(String line) {
    if (line.equals("a ready gate")) {
      return ready();
    }
    if (line.startsWith("a ready ")) {
      state = GateState.initial(StoryWords.topology(line.substring(8)), 0);
      return ready();
    }
    if (line.startsWith("wait ")) {
      pass(line.substring(5));
      return tell(new GateEvent.Tick());
    }
    if (line.startsWith("late by ")) {
      pass(line.substring(8));
      return List.of();
    }
    return tell(StoryWords.event(line));
  }

  private List<GateCommand> ready() {
    List<GateCommand> commands = new ArrayList<>();
    READY.forEach(ready -> commands.addAll(happens(ready)));
    return commands;
  }

  private void pass(String time) {
    now = now.plusMillis(Long.parseLong(time.substring(0, time.indexOf(" ms"))));
  }

  private List<GateCommand> tell(GateEvent event) {
    Step step = Gate.next(state, event, now, TIMINGS);
    state = step.state();
    return step.commands();
  }
}
