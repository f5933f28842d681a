package egate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WallClockTest {
  private static final Instant HEAD = Instant.parse("2026-11-24T12:00:00Z");
  private final WallClock clock = new WallClock(WallClock.BUILT, true).notBefore(HEAD);

  @Test
  void aMachineThatIsRightIsBelieved() {
    Instant machine = HEAD.plus(Duration.ofDays(400));
    assertEquals(new WallTime(machine, true), clock.at(machine));
    assertEquals(new WallTime(HEAD, true), clock.at(HEAD));
  }

  @Test
  void aMachineBeforeWhatHasHappenedIsNotBelievedAndNeverFollowed() {
    for (Instant machine :
        new Instant[] {Instant.EPOCH, WallClock.BUILT, HEAD.minusSeconds(2), Instant.MIN}) {
      assertEquals(new WallTime(HEAD, false), clock.at(machine), machine.toString());
    }
  }

  @Test
  void aSecondBackIsADisciplinedClocksBusiness() {
    assertEquals(new WallTime(HEAD, true), clock.at(HEAD.minusMillis(999)));
  }

  @Test
  void aSourceThatDoesNotCountIsNeverBelieved() {
    assertEquals(new WallTime(HEAD, false), new WallClock(WallClock.BUILT, false).at(HEAD));
  }

  @Test
  void theFloorNeverSinks() {
    assertEquals(clock, clock.notBefore(Instant.EPOCH));
    assertEquals(clock, clock.notBefore(WallClock.BUILT));
  }

  @Test
  void anImpossibleFloorIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new WallClock(Instant.ofEpochSecond(-1), true));
    assertThrows(IllegalArgumentException.class, () -> new WallClock(Instant.MAX, true));
  }

  @Test
  void theBuildsDateIsThePoms() throws Exception {
    String pom = Files.readString(Path.of(System.getProperty("egate.root"), "pom.xml"));
    assertTrue(
        pom.contains(
            "<project.build.outputTimestamp>"
                + WallClock.BUILT
                + "</project.build.outputTimestamp>"),
        "raise WallClock.BUILT with project.build.outputTimestamp");
  }
}
