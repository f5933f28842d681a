package egate.daemon;

import egate.daemon.diagnostics.ClockStatus;
import egate.daemon.diagnostics.StatusJson;
import egate.daemon.update.DataClock;
import java.util.ArrayList;
import java.util.List;

/** The wall clock and the data's clocks as observations for central. */
final class ClockReport {
  /** So many fit in one observation, however far in the future their dates lie. */
  private static final int CLOCKS_MAX = 32;

  private ClockReport() {}

  /** One JSON object each. */
  static List<String> of(List<DataClock> clocks, GateClock wall) {
    ClockStatus status = wall.status();
    List<String> reports = new ArrayList<>();
    for (int from = 0; from == 0 || from < clocks.size(); from += CLOCKS_MAX) {
      List<DataClock> some = clocks.subList(from, Math.min(clocks.size(), from + CLOCKS_MAX));
      reports.add(StatusJson.clocks(status, some));
    }
    return reports;
  }
}
