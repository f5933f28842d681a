package egate.bridge;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A point in monotonic time by which something must have happened. */
final class Deadline {
  private final LongSupplier nanos;
  private final long end;

  private Deadline(LongSupplier nanos, long end) {
    this.nanos = nanos;
    this.end = end;
  }

  /**
   * @param nanos monotonic clock, in nanoseconds
   */
  static Deadline in(Duration time, LongSupplier nanos) {
    return new Deadline(nanos, nanos.getAsLong() + time.toNanos());
  }

  boolean over() {
    return left().isZero();
  }

  /** Time that is left, zero once it is over. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, end - nanos.getAsLong()));
  }

  /** The time that is left, but no more than so much of it. */
  Duration leftUpTo(Duration most) {
    Duration left = left();
    return left.compareTo(most) < 0 ? left : most;
  }
}
