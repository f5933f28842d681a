package egate.bridge;

import egate.report.Order;
import egate.report.Report;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The line to the daemon: orders come down it, reports go up. */
interface DaemonLine {

  /** The next order, or null when none came in time. */
  @Nullable Order next(Duration wait) throws InterruptedException;

  /** Whether the daemon has said {@link Order.End}: whatever goes on is to stop. */
  boolean ended();

  /** What the daemon gives this traveller of the policy's times, in percent. */
  default int timePercent() {
    return 100;
  }

  /** Sends one report whole. */
  void send(Report report) throws IOException;
}
