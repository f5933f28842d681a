package egate.gate.gpio;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which line of the chip does what. All lines are active high; which lines there must be, the
 * gate's topology says ({@link GateWiring#requireFor}).
 *
 * @param inputs the line number of each input, 0 to 1023
 * @param outputs the line number of each output, 0 to 1023
 */
public record GatePins(Map<InputLine, Integer> inputs, Map<OutputLine, Integer> outputs) {
  private static final int HIGHEST = 1023;

  /**
   * Refuses what no board can be wired like.
   *
   * @throws IllegalArgumentException with one line that names the doubled or impossible line
   */
  public GatePins {
    inputs = Map.copyOf(inputs);
    outputs = Map.copyOf(outputs);
    distinct(inputs.values(), outputs.values());
  }

  /** Minus one where the gate does not have the line. */
  public int number(InputLine line) {
    return inputs.getOrDefault(line, -1);
  }

  /** As for an input. */
  public int number(OutputLine line) {
    return outputs.getOrDefault(line, -1);
  }

  private static void distinct(Collection<Integer> inputs, Collection<Integer> outputs) {
    Set<Integer> used = new HashSet<>();
    Stream.concat(inputs.stream(), outputs.stream())
        .forEach(
            number -> {
              demand(number >= 0 && number <= HIGHEST, "line " + number + " is not in 0..1023");
              demand(used.add(number), "line " + number + " is used twice");
            });
  }

  private static void demand(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
