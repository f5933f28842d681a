package egate.daemon.journal;

import java.util.function.Supplier;

/**
 * Says how far the wall time of an entry can be trusted: as far as its source says, unless a
 * trusted time before it was later.
 */
final class Dating {
  /** A disciplined clock may be set back by so much without anybody's being wrong. */
  private static final long TOLERANCE_MILLIS = 1_000;

  private final Supplier<ClockQuality> source;
  private long latestTrusted = Long.MIN_VALUE + TOLERANCE_MILLIS;

  Dating(Supplier<ClockQuality> source) {
    this.source = source;
  }

  ClockQuality judge(long wallMillis) {
    return wallMillis < latestTrusted - TOLERANCE_MILLIS ? ClockQuality.IMPLAUSIBLE : source.get();
  }

  /** The latest time on record that the kernel vouched for, or one before all clocks. */
  long latestTrusted() {
    return latestTrusted;
  }

  /** Notes an entry that is on record. */
  void noted(ClockQuality quality, long wallMillis) {
    if (quality == ClockQuality.SYNCHRONISED) {
      latestTrusted = Math.max(latestTrusted, wallMillis);
    }
  }
}
