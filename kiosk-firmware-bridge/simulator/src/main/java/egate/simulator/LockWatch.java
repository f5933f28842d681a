package egate.simulator;

import egate.gate.gpio.GatePins;
import egate.gate.gpio.OutputLine;
import egate.simulator.board.BoardListener;
import java.util.HashSet;
import java.util.Set;

/** How long the locks take to fall once the daemon stands still, and that none rises meanwhile. */
final class LockWatch implements BoardListener {
  private final Set<Integer> locks;
  private final Set<Integer> pulled = new HashSet<>();
  private long stoppedNanos;
  private long restNanos;
  private boolean stopped;
  private boolean rose;

  LockWatch(GatePins pins) {
    locks = Set.of(pins.number(OutputLine.ENTRY_UNLOCK), pins.number(OutputLine.EXIT_UNLOCK));
  }

  /** The daemon stands still from now on. */
  synchronized void stopped(long nanos) {
    stopped = true;
    rose = false;
    stoppedNanos = nanos;
    restNanos = nanos;
  }

  /** It goes on. */
  synchronized void resumed() {
    stopped = false;
  }

  synchronized boolean atRest() {
    return pulled.isEmpty();
  }

  /** From the stop until the last lock had fallen; zero where none was up. */
  synchronized long restMillis() {
    return (restNanos - stoppedNanos) / 1_000_000;
  }

  /** Whether a lock rose while nobody could have commanded it. */
  synchronized boolean rose() {
    return rose;
  }

  @Override
  public synchronized void relay(int line, boolean up, long nanos) {
    if (!locks.contains(line)) {
      return;
    }
    if (up) {
      pulled.add(line);
      rose |= stopped && nanos > stoppedNanos;
    } else {
      pulled.remove(line);
      restNanos = stopped ? Math.max(restNanos, nanos) : restNanos;
    }
  }
}
