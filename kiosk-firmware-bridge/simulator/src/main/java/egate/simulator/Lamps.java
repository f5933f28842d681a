package egate.simulator;

import egate.gate.Door;
import egate.gate.Lamp;
import egate.gate.gpio.GatePins;
import egate.gate.gpio.OutputLine;
import egate.simulator.board.RelayBoard;
import java.time.Duration;
import java.util.Set;

/** What a traveller sees: which lamp is lit, and whether a door can be pushed. */
final class Lamps {
  /** Longer than any deadline of the gate's: only a gate that hangs lets it pass. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final Duration GLANCE = Duration.ofMillis(5);

  private final RelayBoard board;
  private final GatePins pins = SimulatedPins.pins();

  Lamps(RelayBoard board) {
    this.board = board;
  }

  /** The lamp that is lit; dark while none is, and in the instant of a change. */
  Lamp lit() {
    for (Lamp lamp : Lamp.values()) {
      if (OutputLine.of(lamp).map(line -> board.output(pins.number(line))).orElse(false)) {
        return lamp;
      }
    }
    return Lamp.CLOSED;
  }

  /** Waits for one of these lamps and says which came. */
  Lamp await(Set<Lamp> lamps) throws StuckException, InterruptedException {
    await("one of the lamps " + lamps, () -> lamps.contains(lit()));
    return lit();
  }

  void awaitUnlocked(Door door) throws StuckException, InterruptedException {
    await(door + " unlocked", () -> unlocked(door));
  }

  boolean unlocked(Door door) {
    return board.relay(pins.number(OutputLine.of(door)));
  }

  /** What a traveller waits for. */
  interface Sight {
    boolean there();
  }

  /** Looks until it is there. */
  void await(String what, Sight sight) throws StuckException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!sight.there()) {
      if (System.nanoTime() > end) {
        throw new StuckException("waited in vain for " + what + "; the lamp shows " + lit());
      }
      Thread.sleep(GLANCE);
    }
  }
}
