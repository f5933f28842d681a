package egate.daemon.uplink;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SendWindowTest {
  private static final Duration START = Duration.ofDays(1);

  private final SendWindow window = new SendWindow(10, START);

  private void sendAll() {
    while (window.room() > 0) {
      window.sent(window.sent() + 1, START);
    }
  }

  @Test
  void atMostAWindowIsOnItsWay() {
    sendAll();
    assertEquals(10 + SendWindow.SIZE, window.sent());
    window.acknowledged(13, START);
    assertEquals(3, window.room());
  }

  @Test
  void anAcknowledgementBeyondWhatWasSentHereSkipsIt() {
    window.acknowledged(500, START);
    assertEquals(500, window.sent());
    assertEquals(SendWindow.SIZE, window.room());
  }

  @Test
  void aReplayChangesNothing() {
    sendAll();
    window.acknowledged(4, START);
    assertEquals(0, window.room());
  }

  @Test
  void silenceSendsEverythingAgainMoreAndMoreSeldom() {
    Duration now = START;
    for (int second : new int[] {2, 4, 8, 16, 32, 64, 128, 256, 300, 300}) {
      window.sent(11, now);
      now = now.plusSeconds(second);
      window.expire(now.minusMillis(1));
      assertEquals(11, window.sent());
      window.expire(now);
      assertEquals(10, window.sent());
    }
    window.sent(11, now);
    window.acknowledged(11, now);
    window.sent(12, now);
    window.expire(now.plus(SendWindow.PATIENCE_LEAST));
    assertEquals(11, window.sent());
  }
}
