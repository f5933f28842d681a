package egate.gate;

import java.util.List;

/** The next state and what is to be done on the way there, in order. */
public record Step(GateState state, List<GateCommand> commands) {

  public Step {
    commands = List.copyOf(commands);
  }
}
