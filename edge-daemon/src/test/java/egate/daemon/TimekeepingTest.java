package egate.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.daemon.journal.ClockQuality;
import egate.report.WallClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimekeepingTest {
  private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");
  private final Timekeeping network = new Timekeeping(false);
  private final Timekeeping battery = new Timekeeping(true);

  private boolean trusted(Duration since, Instant machine, ClockQuality kernel) {
    return network.read(machine, since, kernel).at(machine).trusted();
  }

  @Test
  void aClockThatNobodyEverDisciplinedIsNotTrustedUnlessABatteryKeepsIt() {
    assertFalse(trusted(Duration.ZERO, NOW, ClockQuality.FREE_RUNNING));
    assertFalse(trusted(Duration.ZERO, NOW, ClockQuality.UNKNOWN));
    assertTrue(trusted(Duration.ZERO, NOW, ClockQuality.SYNCHRONISED));
    assertTrue(battery.read(NOW, Duration.ZERO, ClockQuality.FREE_RUNNING).at(NOW).trusted());
  }

  @Test
  void aSourceThatIsLostIsMissedForADay() {
    assertTrue(trusted(Duration.ZERO, NOW, ClockQuality.SYNCHRONISED));
    Duration day = Timekeeping.HOLDOVER;
    assertTrue(trusted(day, NOW.plus(day), ClockQuality.FREE_RUNNING));
    Duration later = day.plusSeconds(1);
    assertFalse(trusted(later, NOW.plus(later), ClockQuality.FREE_RUNNING));
  }

  @Test
  void whoSetsAClockByHandIsNotTrusted() {
    assertTrue(trusted(Duration.ZERO, NOW, ClockQuality.SYNCHRONISED));
    Duration hour = Duration.ofHours(1);
    assertFalse(trusted(hour, NOW.plus(Duration.ofDays(365)), ClockQuality.FREE_RUNNING));
    assertFalse(trusted(hour, NOW, ClockQuality.FREE_RUNNING));
    assertTrue(trusted(hour, NOW.plus(hour), ClockQuality.FREE_RUNNING), "set right again");
  }

  @Test
  void noClockIsBelowBuildDateJournalAndTrustData() {
    assertEquals(
        WallClock.BUILT, network.read(NOW, Duration.ZERO, ClockQuality.UNKNOWN).notBefore());
    Instant compiled = Instant.parse("2026-12-01T00:00:00Z");
    network.notBefore(compiled);
    network.notBefore(compiled.minusSeconds(1));
    WallClock clock = network.read(Instant.EPOCH, Duration.ZERO, ClockQuality.SYNCHRONISED);
    assertEquals(compiled, clock.at(Instant.EPOCH).instant());
    assertFalse(clock.at(Instant.EPOCH).trusted(), "a kernel that is wrong");
    assertFalse(trusted(Duration.ofSeconds(1), Instant.EPOCH, ClockQuality.FREE_RUNNING));
  }
}
