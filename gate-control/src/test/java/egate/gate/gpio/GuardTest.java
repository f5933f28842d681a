package egate.gate.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.gate.Door;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GuardTest {
  private final RecordingLines lines = new RecordingLines();
  private final Guard guard = new Guard(lines);

  private void entry(Level closed, Level open) {
    guard.heard(InputLine.ENTRY_CLOSED, closed);
    guard.heard(InputLine.ENTRY_OPEN, open);
  }

  private void assertRefusedAndLocked(Door door) {
    assertThrows(LinesException.class, () -> guard.unlock(door));
    assertEquals(Set.of(), lines.high);
    assertTrue(guard.latched().isPresent());
  }

  @Test
  void oneDoorAfterTheOtherIsAllowed() throws LinesException {
    guard.unlock(Door.ENTRY);
    guard.lock(Door.ENTRY);
    entry(Level.HIGH, Level.LOW);
    guard.unlock(Door.EXIT);
    assertEquals(Set.of(OutputLine.EXIT_UNLOCK), lines.high);
  }

  @Test
  void bothDoorsAreNeverUnlocked() throws LinesException {
    entry(Level.HIGH, Level.LOW);
    guard.unlock(Door.ENTRY);
    assertRefusedAndLocked(Door.EXIT);
  }

  @Test
  void theExitStaysLockedUnlessBothContactsSayThatTheEntryIsClosed() {
    for (Level closed : Level.values()) {
      for (Level open : Level.values()) {
        if (closed != Level.HIGH || open != Level.LOW) {
          guard.reset();
          entry(closed, open);
          assertRefusedAndLocked(Door.EXIT);
        }
      }
    }
  }

  @Test
  void onceLatchedNothingOpensUntilSomebodyResetsIt() throws LinesException {
    assertRefusedAndLocked(Door.EXIT);
    entry(Level.HIGH, Level.LOW);
    assertRefusedAndLocked(Door.EXIT);
    assertRefusedAndLocked(Door.ENTRY);
    guard.reset();
    guard.unlock(Door.ENTRY);
    assertEquals(Set.of(OutputLine.ENTRY_UNLOCK), lines.high);
  }

  @Test
  void anEmergencyReleasesBothEvenWhenLatched() throws LinesException {
    assertRefusedAndLocked(Door.EXIT);
    guard.heard(InputLine.EMERGENCY, Level.HIGH);
    guard.unlock(Door.ENTRY);
    guard.unlock(Door.EXIT);
    assertEquals(Set.of(OutputLine.ENTRY_UNLOCK, OutputLine.EXIT_UNLOCK), lines.high);
    assertTrue(guard.latched().isPresent());
  }

  @Test
  void doorsLeftUnlockedAfterAnEmergencyAreLockedAfterAGrace() throws LinesException {
    guard.heard(InputLine.EMERGENCY, Level.HIGH);
    guard.unlock(Door.ENTRY);
    guard.unlock(Door.EXIT);
    guard.check(Duration.ofMillis(0));
    guard.heard(InputLine.EMERGENCY, Level.LOW);
    guard.check(Duration.ofMillis(100));
    guard.check(Duration.ofMillis(599));
    assertEquals(2, lines.high.size());
    assertThrows(LinesException.class, () -> guard.check(Duration.ofMillis(600)));
    assertEquals(Set.of(), lines.high);
  }

  @Test
  void emergenciesThatEndInOrderDoNotAddUpToALatch() throws LinesException {
    for (int beat = 0; beat < 10; beat++) {
      guard.heard(InputLine.EMERGENCY, Level.HIGH);
      guard.unlock(Door.ENTRY);
      guard.unlock(Door.EXIT);
      guard.heard(InputLine.EMERGENCY, Level.LOW);
      guard.check(Duration.ofMillis(100L * beat));
      guard.lock(Door.ENTRY);
      guard.lock(Door.EXIT);
    }
    assertTrue(guard.latched().isEmpty());
  }

  @Test
  void theExitIsLockedWhenTheEntryDoesNotCloseAgain() throws LinesException {
    entry(Level.HIGH, Level.LOW);
    guard.unlock(Door.EXIT);
    entry(Level.LOW, Level.HIGH);
    guard.check(Duration.ofMillis(0));
    assertThrows(LinesException.class, () -> guard.check(Duration.ofMillis(500)));
    assertFalse(lines.high.contains(OutputLine.EXIT_UNLOCK));
  }

  @Test
  void aContactThatShakesForAMomentDoesNotLatch() throws LinesException {
    entry(Level.HIGH, Level.LOW);
    guard.unlock(Door.EXIT);
    guard.heard(InputLine.ENTRY_CLOSED, Level.LOW);
    guard.check(Duration.ofMillis(0));
    guard.heard(InputLine.ENTRY_CLOSED, Level.HIGH);
    guard.check(Duration.ofMillis(400));
    guard.heard(InputLine.ENTRY_CLOSED, Level.LOW);
    guard.check(Duration.ofMillis(800));
    assertEquals(Set.of(OutputLine.EXIT_UNLOCK), lines.high);
  }

  @Test
  void theOtherLockFallsEvenIfTheFirstCannotBeDriven() throws LinesException {
    entry(Level.HIGH, Level.LOW);
    guard.unlock(Door.EXIT);
    lines.broken.add(OutputLine.ENTRY_UNLOCK);
    assertRefusedAndLocked(Door.ENTRY);
  }
}
