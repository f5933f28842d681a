package egate.daemon;

import egate.daemon.journal.ClockQuality;
import egate.report.WallClock;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether the wall clock may be believed, by what the kernel says of it now and said before. Once
 * disciplined, a clock is believed for a day after its source was lost, as long as it goes on as
 * the monotonic clock does; a quartz loses a few seconds in that time, and documents go by days.
 */
final class Timekeeping {
  static final Duration HOLDOVER = Duration.ofHours(24);
  private static final Duration DRIFT_MAX = Duration.ofSeconds(30);

  private final boolean battery;
  private WallClock floor = new WallClock(WallClock.BUILT, false);
  private boolean everSynchronised;
  private Instant wallThen = Instant.EPOCH;
  private Duration monotonicThen = Duration.ZERO;

  /**
   * @param battery whether a clock that runs by itself counts, for a battery keeps it
   */
  Timekeeping(boolean battery) {
    this.battery = battery;
  }

  /** Something has happened, so that it cannot be earlier. */
  void notBefore(Instant happened) {
    floor = floor.notBefore(happened);
  }

  /** How the clock is to be read now. */
  WallClock read(Instant machine, Duration monotonic, ClockQuality kernel) {
    if (kernel == ClockQuality.SYNCHRONISED && floor.at(machine).instant().equals(machine)) {
      everSynchronised = true;
      wallThen = machine;
      monotonicThen = monotonic;
    }
    boolean kept = battery || kernel == ClockQuality.SYNCHRONISED || isHeldOver(machine, monotonic);
    return new WallClock(floor.notBefore(), kept);
  }

  private boolean isHeldOver(Instant machine, Duration monotonic) {
    Duration passed = monotonic.minus(monotonicThen);
    Duration drift = Duration.between(wallThen, machine).minus(passed).abs();
    return everSynchronised && passed.compareTo(HOLDOVER) <= 0 && drift.compareTo(DRIFT_MAX) <= 0;
  }
}
