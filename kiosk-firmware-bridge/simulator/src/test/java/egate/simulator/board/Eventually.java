package egate.simulator.board;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition, with a deadline. */
final class Eventually {
  private static final long WITHIN_NANOS = 5_000_000_000L;
  private static final long POLL_NANOS = 1_000_000L;

  private Eventually() {}

  static void becomesTrue(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + WITHIN_NANOS;
    while (!condition.getAsBoolean() && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(POLL_NANOS);
    }
    assertTrue(condition.getAsBoolean(), what);
  }
}
