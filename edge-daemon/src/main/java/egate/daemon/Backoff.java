package egate.daemon;

import java.time.Duration;

/**
 * How long to wait before the next start after bridges died before they served. Without failures it
 * is zero, for the next traveller waits.
 */
final class Backoff {
  private static final Duration FIRST = Duration.ofMillis(500);
  private static final int DOUBLINGS_MAX = 6;

  private int failures;

  /** One more bridge died before it served. */
  void failed() {
    failures++;
  }

  /** A bridge serves. */
  void succeeded() {
    failures = 0;
  }

  /** Failures in a row. */
  int failures() {
    return failures;
  }

  /** 0 ms, then 500 ms doubling up to 32 s. */
  Duration delay() {
    return failures == 0
        ? Duration.ZERO
        : FIRST.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS_MAX));
  }
}
