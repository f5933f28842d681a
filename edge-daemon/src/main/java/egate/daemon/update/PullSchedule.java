package egate.daemon.update;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When to pull next. Never on the stroke of the hour: a country's gates that were switched on
 * together, after a power cut, would all ask at once.
 */
public final class PullSchedule {
  private final Duration every;
  private final RandomGenerator random;
  private Duration next;

  /**
   * The first pull is somewhere in the first tenth of the time between two.
   *
   * @param every between two pulls, give or take a tenth
   * @param now monotonic
   */
  public PullSchedule(Duration every, RandomGenerator random, Duration now) {
    this.every = every;
    this.random = random;
    this.next = now.plus(share(0, 0.1));
  }

  /** Whether it is time; then the next time is set, whatever becomes of this pull. */
  public boolean isDue(Duration now) {
    if (now.compareTo(next) < 0) {
      return false;
    }
    next = now.plus(share(0.9, 1.1));
    return true;
  }

  private Duration share(double least, double most) {
    return Duration.ofMillis((long) (every.toMillis() * random.nextDouble(least, most)));
  }
}
