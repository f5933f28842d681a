package egate.daemon.uplink;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt to connect: bounds that double, and a random time within
 * them, so that the gates of a country do not come back at the same moment.
 */
final class Backoff {
  static final Duration LEAST = Duration.ofMillis(100);
  static final Duration MOST = Duration.ofSeconds(30);

  private final RandomGenerator jitter;
  private long boundMillis = LEAST.toMillis() * 2;

  Backoff(RandomGenerator jitter) {
    this.jitter = jitter;
  }

  /** The next wait, {@link #LEAST} to {@link #MOST}. */
  Duration next() {
    long millis = jitter.nextLong(LEAST.toMillis(), boundMillis + 1);
    boundMillis = Math.min(boundMillis * 2, MOST.toMillis());
    return Duration.ofMillis(millis);
  }

  /** A connection that did something useful begins the waits anew. */
  void reset() {
    boundMillis = LEAST.toMillis() * 2;
  }
}
