package egate.report;

import java.time.Duration;
import java.time.Instant;

/**
 * How the machine's wall clock is to be read. It cannot be before anything that has happened: the
 * software was built, trust data were compiled, the journal's last trusted entry was written.
 *
 * @param notBefore the latest moment of which that is known, 1970..9999, in whole seconds
 * @param trusted whether a source that counts keeps it
 */
public record WallClock(Instant notBefore, boolean trusted) {
  /** The build's own date: {@code project.build.outputTimestamp}. */
  public static final Instant BUILT = Instant.parse("2026-11-01T00:00:00Z");

  /** A disciplined clock may be set back by so much without anybody's being wrong. */
  public static final Duration TOLERANCE = Duration.ofSeconds(1);

  private static final long SECONDS_MAX = 253_402_300_799L;

  public WallClock {
    long seconds = notBefore.getEpochSecond();
    if (seconds < 0 || seconds > SECONDS_MAX) {
      throw new IllegalArgumentException("notBefore is " + notBefore);
    }
    notBefore = Instant.ofEpochSecond(seconds);
  }

  /** The same, once something later is known to have happened. */
  public WallClock notBefore(Instant happened) {
    return happened.isAfter(notBefore) ? new WallClock(happened, trusted) : this;
  }

  /**
   * What the time is when the machine says so. A machine that is wrong is not believed until its
   * clock is right again; the time then is the earliest that it can be.
   */
  public WallTime at(Instant machine) {
    if (machine.isBefore(notBefore)) {
      return new WallTime(notBefore, trusted && !machine.isBefore(notBefore.minus(TOLERANCE)));
    }
    return new WallTime(machine, trusted);
  }
}
