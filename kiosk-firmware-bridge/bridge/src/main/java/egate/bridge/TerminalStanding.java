package egate.bridge;

import egate.report.Report;
import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Tells how long this gate can still read the fingers of chips that want to know who asks. */
final class TerminalStanding {
  private TerminalStanding() {}

  /** Nothing where none of it is configured. */
  static void tell(Surroundings surroundings) throws IOException {
    if (surroundings.terminal().isConfigured()) {
      surroundings.report(
          new Report.TerminalClock(
              surroundings.terminal().isReady(),
              surroundings
                  .terminal()
                  .limit()
                  .map(limit -> daysLeft(surroundings.today(), limit))
                  .orElse(0)));
    }
  }

  /** That of the last day is 1. */
  private static int daysLeft(LocalDate today, LocalDate limit) {
    long days = ChronoUnit.DAYS.between(today, limit) + 1;
    return Math.clamp(days, 0, Report.TerminalClock.DAYS_MAX);
  }
}
