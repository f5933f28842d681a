package egate.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * The time at the gate at one moment, never below what is certain.
 *
 * @param instant the time
 * @param trusted whether anything may be called valid by it; otherwise validity is undetermined
 */
public record WallTime(Instant instant, boolean trusted) {

  /** Noon of a day, beyond doubt: for what was recorded, and for tests. */
  public static WallTime on(LocalDate day) {
    return new WallTime(day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC), true);
  }

  /** The date in UTC. */
  public LocalDate date() {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
