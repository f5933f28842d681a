package egate.simulator.board;

import egate.gate.gpio.GatePins;
import egate.gate.gpio.OutputLine;
import java.time.Duration;
import java.util.Set;

/**
 * How the board is set up.
 *
 * @param heartbeat the line whose edges keep it alive
 * @param locks the lines whose relays move locks
 * @param silence after how long without an edge it drops every relay
 */
public record Wiring(int heartbeat, Set<Integer> locks, Duration silence) {
  /** Leaves a tenth of a second of the design's 500 ms for the relays themselves. */
  public static final Duration SILENCE = Duration.ofMillis(400);

  public Wiring {
    locks = Set.copyOf(locks);
  }

  /** The board that goes with a gate's pins. */
  public static Wiring of(GatePins pins) {
    return new Wiring(
        pins.number(OutputLine.HEARTBEAT),
        Set.of(pins.number(OutputLine.ENTRY_UNLOCK), pins.number(OutputLine.EXIT_UNLOCK)),
        SILENCE);
  }
}
