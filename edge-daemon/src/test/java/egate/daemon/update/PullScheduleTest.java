package egate.daemon.update;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PullScheduleTest {
  private static final Duration EVERY = Duration.ofMinutes(60);

  @Test
  void pullsSoonAndThenAboutAsOftenAsAsked() {
    for (long seed = 0; seed < 50; seed++) {
      PullSchedule schedule = new PullSchedule(EVERY, new SplittableRandom(seed), Duration.ZERO);
      Duration first = due(schedule, Duration.ZERO);
      assertTrue(first.toMinutes() <= 6, "first after " + first);
      Duration second = due(schedule, first.plusSeconds(1)).minus(first);
      assertTrue(second.toMinutes() >= 53 && second.toMinutes() <= 66, "then after " + second);
    }
  }

  @Test
  void gatesThatStartTogetherDoNotPullTogether() {
    Set<Duration> firsts = new HashSet<>();
    for (long seed = 0; seed < 50; seed++) {
      firsts.add(
          due(new PullSchedule(EVERY, new SplittableRandom(seed), Duration.ZERO), Duration.ZERO));
    }
    assertTrue(firsts.size() > 30, "only " + firsts.size() + " different moments");
  }

  @Test
  void aPullThatFailsIsNotRepeatedAtOnce() {
    PullSchedule schedule = new PullSchedule(EVERY, new SplittableRandom(1), Duration.ZERO);
    Duration first = due(schedule, Duration.ZERO);
    assertFalse(schedule.isDue(first));
    assertEquals(false, schedule.isDue(first.plus(Duration.ofMinutes(53))));
  }

  private static Duration due(PullSchedule schedule, Duration from) {
    Duration now = from;
    while (!schedule.isDue(now)) {
      now = now.plusSeconds(1);
    }
    return now;
  }
}
