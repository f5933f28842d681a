package egate.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final StringWriter err = new StringWriter();
  private long millis;

  private Progress progress(boolean terminal) {
    return new Progress(
        new PrintWriter(err), terminal, () -> TimeUnit.MILLISECONDS.toNanos(millis));
  }

  @Test
  void whatIsQuickSaysNothing() {
    Progress progress = progress(true);
    for (millis = 0; millis < 500; millis++) {
      progress.tell(millis, "entries read");
    }
    assertEquals("", err.toString());
  }

  @Test
  void aTerminalSeesOneLineAnewEveryHalfSecond() {
    Progress progress = progress(true);
    for (millis = 0; millis <= 1_000; millis++) {
      progress.tell(millis * 30, "entries read");
    }
    assertEquals(
        "\r15,000 entries read in 0.5 s, 30,000 a second"
            + "\r30,000 entries read in 1.0 s, 30,000 a second",
        err.toString());
  }

  @Test
  void aLogSeesALineEveryTenSeconds() {
    Progress progress = progress(false);
    for (millis = 0; millis <= 25_000; millis += 100) {
      progress.tell(millis, "entries read");
    }
    assertEquals(
        List.of(
            "10,000 entries read in 10.0 s, 1,000 a second",
            "20,000 entries read in 20.0 s, 1,000 a second"),
        err.toString().lines().toList());
  }
}
