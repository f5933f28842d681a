package egate.bridge;

import egate.report.Judgement;
import egate.report.Order;
import egate.report.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A daemon out of memory: it keeps the reports and says what the real one would say to them. */
final class RehearsedDaemon implements DaemonLine {
  private final List<Report> reports = new ArrayList<>();
  private @Nullable Order waiting;
  private boolean ended;

  @Override
  public @Nullable Order next(Duration wait) {
    Order order = waiting;
    waiting = null;
    return order;
  }

  @Override
  public boolean ended() {
    return ended;
  }

  @Override
  public void send(Report report) {
    reports.add(report);
    switch (report) {
      case Report.DocumentChecked checked -> {
        waiting = new Order.Identify();
        ended = checked.judgement() != Judgement.ACCEPTED;
      }
      case Report.TravellerCompared _, Report.Failed _ -> ended = true;
      case Report.Ready _,
          Report.DeviceHealth _,
          Report.Guidance _,
          Report.TerminalClock _,
          Report.TerminalAsked _ -> {}
    }
  }

  List<Report> reports() {
    return reports;
  }
}
