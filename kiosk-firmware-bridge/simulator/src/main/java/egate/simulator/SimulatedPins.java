package egate.simulator;

import egate.gate.gpio.GatePins;
import egate.gate.gpio.InputLine;
import egate.gate.gpio.OutputLine;
import java.util.EnumMap;
import java.util.Map;

/** How the simulated board is wired: as hardware-profiles/simulated.yaml says. */
final class SimulatedPins {
  private static final int FIRST_INPUT = 0;
  private static final int FIRST_OUTPUT = 16;

  private SimulatedPins() {}

  /** Inputs and outputs in the order in which they are declared. */
  static GatePins pins() {
    Map<InputLine, Integer> inputs = new EnumMap<>(InputLine.class);
    for (InputLine line : InputLine.values()) {
      inputs.put(line, FIRST_INPUT + inputs.size());
    }
    Map<OutputLine, Integer> outputs = new EnumMap<>(OutputLine.class);
    for (OutputLine line : OutputLine.values()) {
      outputs.put(line, FIRST_OUTPUT + outputs.size());
    }
    return new GatePins(inputs, outputs);
  }
}
