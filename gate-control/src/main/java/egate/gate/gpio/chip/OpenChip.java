package egate.gate.gpio.chip;

import egate.gate.gpio.GatePins;
import egate.gate.gpio.GateWiring;
import egate.gate.gpio.InputLine;
import egate.gate.gpio.LinesException;
import egate.gate.gpio.OutputLine;
import egate.gate.gpio.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A chip of which the gate has all its lines. */
record OpenChip(
    GatePins pins,
    GrantedLines outputLines,
    GrantedLines inputLines,
    EdgeReader reader,
    ChipInputs inputs,
    ChipOutputs outputs)
    implements AutoCloseable {

  /** Outputs first: locks are at rest before anything is heard. */
  static OpenChip open(Chips chips, String name, GateWiring wiring, Duration debounce)
      throws IOException {
    try (Chip chip = chips.open(name)) {
      GatePins pins = numbers(chip, wiring);
      GrantedLines outputs = GrantedLines.of(chip, LineRequest.outputs(outputs(pins, wiring)));
      try {
        LineRequest request = LineRequest.inputs(inputs(pins, wiring), debounce);
        return heard(pins, outputs, GrantedLines.of(chip, request));
      } catch (IOException e) {
        outputs.close();
        throw e;
      }
    }
  }

  private static OpenChip heard(GatePins pins, GrantedLines outputs, GrantedLines inputs)
      throws IOException {
    try {
      InputLevels levels = InputLevels.of(inputs);
      EdgeReader reader = EdgeReader.start(inputs, levels);
      return new OpenChip(
          pins, outputs, inputs, reader, new ChipInputs(levels), new ChipOutputs(outputs));
    } catch (IOException e) {
      inputs.close();
      throw e;
    }
  }

  private static GatePins numbers(Chip chip, GateWiring wiring) throws IOException {
    Map<Wire, Integer> numbers = new HashMap<>();
    List<Wire> wires = new ArrayList<>(wiring.inputs().values());
    wires.addAll(wiring.outputs().values());
    for (Wire wire : wires) {
      numbers.put(wire, chip.number(wire));
    }
    try {
      return wiring.pins(wire -> numbers.getOrDefault(wire, -1));
    } catch (IllegalArgumentException e) {
      throw new LinesException(chip + ": " + e.getMessage(), e);
    }
  }

  private static List<RequestedLine> outputs(GatePins pins, GateWiring wiring) {
    List<RequestedLine> lines = new ArrayList<>();
    for (OutputLine line : OutputLine.values()) {
      Wire wire = wiring.outputs().get(line);
      if (wire != null) {
        lines.add(new RequestedLine(line.key(), pins.number(line), wire, false));
      }
    }
    return lines;
  }

  /** An emergency counts at once: only that line is not debounced. */
  private static List<RequestedLine> inputs(GatePins pins, GateWiring wiring) {
    List<RequestedLine> lines = new ArrayList<>();
    for (InputLine line : InputLine.values()) {
      Wire wire = wiring.inputs().get(line);
      if (wire != null) {
        boolean debounced = line != InputLine.EMERGENCY;
        lines.add(new RequestedLine(line.key(), pins.number(line), wire, debounced));
      }
    }
    return lines;
  }

  @Override
  public void close() {
    reader.close();
    inputLines.close();
    outputLines.close();
  }
}
