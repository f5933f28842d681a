package egate.gate.gpio;

import egate.gate.Topology;
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
   * Refuses what a gate of this topology cannot be wired like.
   *
   * @throws IllegalArgumentException with one line that names what is missing or has no place
   */
  public void requireFor(Topology topology) {
    for (InputLine line : InputLine.values()) {
      require(topology, line.in(topology), inputs.containsKey(line), "input " + line.key());
    }
    for (OutputLine line : OutputLine.values()) {
      require(topology, line.in(topology), outputs.containsKey(line), "output " + line.key());
    }
  }

  private static void require(Topology topology, Presence presence, boolean there, String line) {
    if (presence == Presence.NEEDED && !there) {
      throw new IllegalArgumentException("a " + topology.key() + " gate needs " + line);
    }
    if (presence == Presence.NONE && there) {
      throw new IllegalArgumentException("a " + topology.key() + " gate has no " + line);
    }
  }

  /**
   * The lines' numbers on a chip.
   *
   * @param number what a wire's line is on that chip
   * @throws IllegalArgumentException with one line when a number is doubled or impossible
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
