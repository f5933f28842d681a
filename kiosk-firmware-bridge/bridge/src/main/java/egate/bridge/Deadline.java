package egate.bridge;

import java.time.Duration;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/** A point in monotonic time by which something must have happened. */
final class Deadline {
  private final LongSupplier nanos;
  private final long begin;
  private final long time;
  private final IntSupplier percent;

  private Deadline(LongSupplier nanos, Duration time, IntSupplier percent) {
    this.nanos = nanos;
    this.begin = nanos.getAsLong();
    this.time = time.toNanos();
    this.percent = percent;
  }

  /**
   * @param nanos monotonic clock, in nanoseconds
   */
  static Deadline in(Duration time, LongSupplier nanos) {
    return new Deadline(nanos, time, () -> 100);
  }

  /**
   * The same, of which a traveller may be given more while it runs.
   *
   * @param percent how much of the time is given
   */
  static Deadline extensible(Duration time, LongSupplier nanos, IntSupplier percent) {
    return new Deadline(nanos, time, percent);
  }

  boolean over() {
    return left().isZero();
  }

  /** Time that is left, zero once it is over. */
  Duration left() {
    long end = begin + time / 100 * percent.getAsInt();
    return Duration.ofNanos(Math.max(0, end - nanos.getAsLong()));
  }

  /** The time that is left, but no more than so much of it. */
  Duration leftUpTo(Duration most) {
    Duration left = left();
    return left.compareTo(most) < 0 ? left : most;
  }
}
