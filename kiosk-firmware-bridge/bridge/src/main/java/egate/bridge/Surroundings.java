package egate.bridge;

import egate.biometric.face.FaceCapability;
import egate.inspection.TrustStore;
import egate.report.Order;
import egate.report.PassagePolicy;
import egate.report.Report;
import egate.report.WallTime;
import egate.terminal.TerminalCapability;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What a session needs of the world besides its devices; a rehearsal passes a fixed one.
 *
 * @param wall what the time is, and whether it may be believed
 * @param nanos monotonic clock, in nanoseconds
 * @param random unpredictable, except in a rehearsal
 * @param faces what this process can compare faces with
 * @param terminal what this process can show to chips that want to know who asks
 */
record Surroundings(
    DaemonLine daemon,
    PassagePolicy policy,
    TrustStore trust,
    Supplier<WallTime> wall,
    LongSupplier nanos,
    RandomGenerator random,
    FaceCapability faces,
    TerminalCapability terminal) {
  /** Between two looks at a device that says nothing. */
  static final Duration MOMENT = Duration.ofMillis(20);

  /** The date in UTC. */
  LocalDate today() {
    return wall.get().date();
  }

  void report(Report report) throws IOException {
    daemon.send(report);
  }

  /** The next order, or null after a moment without one. */
  @Nullable Order nextOrder() throws EndedException, InterruptedException {
    if (daemon.ended()) {
      throw new EndedException();
    }
    return daemon.next(MOMENT);
  }

  Deadline in(Duration time) {
    return Deadline.in(time, nanos);
  }

  /** Of a policy's time, of which this traveller may be given more. */
  Deadline inMillis(int millis) {
    return Deadline.extensible(Duration.ofMillis(millis), nanos, daemon::timePercent);
  }

  int millisSince(long start) {
    return (int) Math.min(600_000, (nanos.getAsLong() - start) / 1_000_000);
  }
}
