package egate.gate.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HeartbeatTest {
  private final Heartbeat first =
      Heartbeat.starting(Duration.ofMillis(100), Duration.ofMillis(1040));

  @Test
  void everyBeatIsAnEdge() {
    assertTrue(first.isDue(Duration.ofMillis(1040)));
    Heartbeat second = first.beaten(Duration.ofMillis(1040));
    assertTrue(second.level());
    assertFalse(second.isDue(Duration.ofMillis(1139)));
    assertTrue(second.isDue(Duration.ofMillis(1140)));
    assertFalse(second.beaten(Duration.ofMillis(1140)).level());
  }

  @Test
  void aSilenceIsKnownWhereTheRelayBoardMayHaveDroppedTheLocks() {
    Heartbeat beaten = first.beaten(Duration.ofMillis(1040));
    assertFalse(beaten.silent(Duration.ofMillis(1439)));
    assertTrue(beaten.silent(Duration.ofMillis(1440)));
  }

  @Test
  void missedBeatsAreNotCaughtUpWith() {
    assertEquals(Duration.ofMillis(9140), first.beaten(Duration.ofMillis(9040)).due());
  }
}
