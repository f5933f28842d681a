package egate.simulator;

import egate.gate.gpio.GatePins;
import egate.gate.gpio.InputLine;
import egate.gate.gpio.OutputLine;
import egate.simulator.board.BoardListener;
import egate.simulator.board.RelayBoard;
import java.util.HashSet;
import java.util.Set;

/** Moves an input and times the outputs that follow, at the board's end of the lines. */
final class Probe implements BoardListener {
  private static final long PATIENCE_MILLIS = 5_000;

  private final RelayBoard board;
  private final GatePins pins;
  private final Set<Integer> awaited = new HashSet<>();
  private boolean awaitedLevel;
  private long lastNanos;

  Probe(RelayBoard board, GatePins pins) {
    this.board = board;
    this.pins = pins;
    board.listen(this);
  }

  /** From the input's edge until all these outputs were driven to a level. */
  synchronized double millis(InputLine input, boolean to, Set<OutputLine> outputs, boolean level)
      throws InterruptedException {
    outputs.forEach(output -> awaited.add(pins.number(output)));
    awaitedLevel = level;
    long begin = System.nanoTime();
    board.setInput(pins.number(input), to);
    while (!awaited.isEmpty()) {
      wait(PATIENCE_MILLIS);
      if (System.nanoTime() - begin > PATIENCE_MILLIS * 1_000_000) {
        throw new IllegalStateException(input.key() + " moved, and nothing followed");
      }
    }
    return (lastNanos - begin) / 1e6;
  }

  @Override
  public synchronized void output(int line, boolean high, long nanos) {
    if (high == awaitedLevel && awaited.remove(line)) {
      lastNanos = nanos;
      notifyAll();
    }
  }
}
