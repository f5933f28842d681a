package egate.gate.gpio;

import java.util.EnumMap;
import java.util.Map;

/** The pins of the simulated profile: inputs from 0 on, outputs from 16 on. */
final class Pins {
  static final GatePins SIMULATED = new GatePins(inputs(), outputs());

  /** The same, as a profile says it. */
  static final GateWiring WIRED = GateWiring.to(SIMULATED);

  private Pins() {}

  static Map<InputLine, Integer> inputs() {
    Map<InputLine, Integer> inputs = new EnumMap<>(InputLine.class);
    for (InputLine line : InputLine.values()) {
      inputs.put(line, inputs.size());
    }
    return inputs;
  }

  static Map<OutputLine, Integer> outputs() {
    Map<OutputLine, Integer> outputs = new EnumMap<>(OutputLine.class);
    for (OutputLine line : OutputLine.values()) {
      outputs.put(line, 16 + outputs.size());
    }
    return outputs;
  }
}
