package egate.daemon.uplink;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
  @Test
  void waitsGrowWithinTheirBoundsAndBeginAnew() {
    Backoff backoff = new Backoff(new Random(1));
    Duration longest = Duration.ZERO;
    for (int i = 0; i < 1_000; i++) {
      Duration wait = backoff.next();
      assertTrue(wait.compareTo(Backoff.LEAST) >= 0 && wait.compareTo(Backoff.MOST) <= 0);
      longest = wait.compareTo(longest) > 0 ? wait : longest;
    }
    assertTrue(longest.compareTo(Duration.ofSeconds(20)) > 0, "longest " + longest);
    backoff.reset();
    assertTrue(backoff.next().compareTo(Backoff.LEAST.multipliedBy(2)) <= 0);
  }
}
