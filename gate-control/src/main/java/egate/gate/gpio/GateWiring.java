package egate.gate.gpio;

import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** How all of the gate's lines are wired, as the profile says it. */
public record GateWiring(Map<InputLine, Wire> inputs, Map<OutputLine, Wire> outputs) {

  public GateWiring {
    inputs = Map.copyOf(inputs);
    outputs = Map.copyOf(outputs);
  }

  /** Wires that are active high and go to these numbers. */
  public static GateWiring to(GatePins pins) {
    return new GateWiring(wires(pins.inputs()), wires(pins.outputs()));
  }

  /**
   * The lines' numbers on a chip.
   *
   * @param number what a wire's line is on that chip
   * @throws IllegalArgumentException with one line when a number is missing, doubled or impossible
   */
  public GatePins pins(ToIntFunction<Wire> number) {
    return new GatePins(numbers(inputs, number), numbers(outputs, number));
  }

  private static <L> Map<L, Wire> wires(Map<L, Integer> numbers) {
    return numbers.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, line -> Wire.to(line.getValue())));
  }

  private static <L> Map<L, Integer> numbers(Map<L, Wire> wires, ToIntFunction<Wire> number) {
    return wires.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, wire -> number.applyAsInt(wire.getValue())));
  }
}
