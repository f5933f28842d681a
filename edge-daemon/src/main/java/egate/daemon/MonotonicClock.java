package egate.daemon;

import java.time.Duration;

/** Time since some fixed moment; never jumps, unlike the wall clock. */
@FunctionalInterface
interface MonotonicClock {
  Duration now();

  /** The machine's own, starting now. */
  static MonotonicClock system() {
    long start = System.nanoTime();
    return () -> Duration.ofNanos(System.nanoTime() - start);
  }
}
