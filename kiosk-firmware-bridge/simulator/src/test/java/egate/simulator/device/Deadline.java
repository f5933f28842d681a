package egate.simulator.device;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Waits for what another thread brings about. */
final class Deadline {
  private Deadline() {}

  static <T> T within(int millis, Callable<T> look, Predicate<T> enough) throws Exception {
    long end = System.nanoTime() + millis * 1_000_000L;
    T seen = look.call();
    while (!enough.test(seen)) {
      if (end - System.nanoTime() <= 0) {
        return fail("not within " + millis + " ms");
      }
      LockSupport.parkNanos(1_000_000);
      seen = look.call();
    }
    return seen;
  }
}
