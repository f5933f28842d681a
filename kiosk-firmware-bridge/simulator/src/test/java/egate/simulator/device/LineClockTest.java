package egate.simulator.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LineClockTest {
  private static final long MILLI = 1_000_000;
  private final LineClock clock = new LineClock();

  @Test
  void bytesTakeTenBitsEach() {
    assertEquals(100 * MILLI, clock.arrival(0, 96, 9_600));
  }

  @Test
  void bytesReadyTogetherFollowOneAnother() {
    clock.arrival(0, 96, 9_600);
    assertEquals(200 * MILLI, clock.arrival(0, 96, 9_600));
  }

  @Test
  void aThreadThatWakesLateDoesNotSlowTheLine() {
    clock.arrival(0, 96, 9_600);
    assertEquals(200 * MILLI, clock.arrival(101 * MILLI, 96, 9_600));
  }

  @Test
  void anIdleLineStartsWhenBytesAreReady() {
    clock.arrival(0, 96, 9_600);
    assertEquals(600 * MILLI, clock.arrival(500 * MILLI, 96, 9_600));
  }
}
