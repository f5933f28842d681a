package egate.simulator.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

class RelaysTest {
  private static final int HEART = 18;
  private static final int ENTRY = 16;
  private static final int LAMP = 19;

  private final Relays relays = new Relays(HEART, Set.of(ENTRY, 17), 400);

  @Test
  void aRelayPullsWhileTheHeartBeats() {
    relays.drive(HEART, true, 1000);
    relays.drive(ENTRY, true, 1050);
    assertEquals(Set.of(ENTRY), relays.pulled());
    relays.drive(ENTRY, false, 1060);
    assertEquals(Set.of(), relays.pulled());
  }

  @Test
  void withoutAHeartbeatNothingPulls() {
    relays.drive(ENTRY, true, 1000);
    assertEquals(Set.of(), relays.pulled());
    relays.drive(HEART, true, 1100);
    assertEquals(Set.of(), relays.pulled());
  }

  @Test
  void silenceDropsEveryRelay() {
    relays.drive(HEART, true, 1000);
    relays.drive(ENTRY, true, 1000);
    assertFalse(relays.tick(1399));
    assertEquals(Set.of(ENTRY), relays.pulled());
    assertTrue(relays.tick(1400));
    assertEquals(Set.of(), relays.pulled());
    assertFalse(relays.tick(1500));
  }

  @Test
  void aLevelIsNoBeat() {
    relays.drive(HEART, true, 1000);
    relays.drive(HEART, true, 1300);
    assertTrue(relays.tick(1400));
  }

  @Test
  void aDaemonThatWasStoppedOpensNothingWhenItGoesOn() {
    relays.drive(HEART, true, 1000);
    relays.drive(ENTRY, true, 1000);
    relays.drive(HEART, false, 2000);
    assertTrue(relays.level(ENTRY));
    assertEquals(Set.of(), relays.pulled());
    relays.drive(ENTRY, false, 2010);
    relays.drive(ENTRY, true, 2020);
    assertEquals(Set.of(ENTRY), relays.pulled());
  }

  @Test
  void lampsAreNoRelays() {
    relays.drive(HEART, true, 1000);
    relays.drive(LAMP, true, 1000);
    assertTrue(relays.level(LAMP));
    assertEquals(Set.of(), relays.pulled());
  }
}
