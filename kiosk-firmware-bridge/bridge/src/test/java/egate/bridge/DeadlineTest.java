package egate.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTest {
  private long nanos = 7;
  private int percent = 100;

  private void pass(Duration time) {
    nanos += time.toNanos();
  }

  @Test
  void isOverOnceItsTimeHasPassed() {
    Deadline deadline = Deadline.in(Duration.ofSeconds(10), () -> nanos);
    pass(Duration.ofSeconds(9));
    assertEquals(Duration.ofSeconds(1), deadline.left());
    assertEquals(Duration.ofMillis(200), deadline.leftUpTo(Duration.ofMillis(200)));
    pass(Duration.ofSeconds(1));
    assertTrue(deadline.over());
    pass(Duration.ofSeconds(1));
    assertEquals(Duration.ZERO, deadline.left());
  }

  @Test
  void growsWhileItRunsWhenTheTravellerIsGivenMoreTime() {
    Deadline deadline = Deadline.extensible(Duration.ofSeconds(10), () -> nanos, () -> percent);
    pass(Duration.ofSeconds(9));
    percent = 250;
    assertEquals(Duration.ofSeconds(16), deadline.left());
    pass(Duration.ofSeconds(15));
    assertFalse(deadline.over());
    pass(Duration.ofSeconds(1));
    assertTrue(deadline.over());
  }
}
