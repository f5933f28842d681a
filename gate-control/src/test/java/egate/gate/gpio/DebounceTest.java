package egate.gate.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DebounceTest {
  private static final Duration STABLE = Duration.ofMillis(20);

  private static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }

  @Test
  void aValueCountsOnceItHasBeenStable() {
    Debounce line = Debounce.SILENT.heard(Level.HIGH, ms(100));
    assertEquals(Level.UNKNOWN, line.at(ms(119), STABLE).stable());
    assertEquals(Level.HIGH, line.at(ms(120), STABLE).stable());
    assertEquals(ms(120), line.due(STABLE));
  }

  @Test
  void aBounceStartsTheTimeAnew() {
    Debounce line =
        Debounce.SILENT
            .heard(Level.HIGH, ms(0))
            .at(ms(20), STABLE)
            .heard(Level.LOW, ms(100))
            .heard(Level.HIGH, ms(110))
            .heard(Level.LOW, ms(115));
    assertEquals(Level.HIGH, line.at(ms(134), STABLE).stable());
    assertEquals(Level.LOW, line.at(ms(135), STABLE).stable());
  }

  @Test
  void aRepeatedValueDoesNotStartTheTimeAnew() {
    Debounce line = Debounce.SILENT.heard(Level.LOW, ms(0)).heard(Level.LOW, ms(15));
    assertEquals(Level.LOW, line.at(ms(20), STABLE).stable());
  }

  @Test
  void aSpikeThatIsOverIsForgotten() {
    Debounce line =
        Debounce.SILENT
            .heard(Level.HIGH, ms(0))
            .at(ms(20), STABLE)
            .heard(Level.LOW, ms(30))
            .heard(Level.HIGH, ms(35));
    assertNull(line.due(STABLE));
    assertEquals(Level.HIGH, line.at(ms(500), STABLE).stable());
  }

  @Test
  void aLostLineCountsAtOnce() {
    Debounce line = Debounce.SILENT.heard(Level.HIGH, ms(0)).at(ms(20), STABLE);
    assertEquals(Level.UNKNOWN, line.heard(Level.UNKNOWN, ms(30)).stable());
  }
}
