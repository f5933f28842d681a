package egate.daemon;

import egate.gate.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** How many passages ended how since midnight UTC, as far as this daemon saw them. */
final class TodayCounts {
  private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
  private LocalDate day = LocalDate.EPOCH;

  void count(Outcome outcome, Instant at) {
    turnTo(at);
    counts.merge(outcome, 1, Integer::sum);
  }

  Map<Outcome, Integer> snapshot(Instant at) {
    turnTo(at);
    return Collections.unmodifiableMap(new EnumMap<>(counts));
  }

  private void turnTo(Instant at) {
    LocalDate today = LocalDate.ofInstant(at, ZoneOffset.UTC);
    if (!today.equals(day)) {
      day = today;
      counts.clear();
    }
  }
}
