package egate.daemon;

import egate.daemon.diagnostics.ClockStatus;
import egate.daemon.journal.ClockQuality;
import egate.report.WallClock;
import egate.report.WallTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/** The gate's wall clock: the machine's, but never below what is certain. From any thread. */
final class GateClock implements InstantSource {
  private final InstantSource machine;
  private final MonotonicClock monotonic;
  private final Supplier<ClockQuality> kernel;
  private final Timekeeping keeping;

  GateClock(
      InstantSource machine,
      MonotonicClock monotonic,
      Supplier<ClockQuality> kernel,
      Timekeeping keeping) {
    this.machine = machine;
    this.monotonic = monotonic;
    this.kernel = kernel;
    this.keeping = keeping;
  }

  /** Something has happened, so that it cannot be earlier. */
  synchronized void notBefore(Instant happened) {
    keeping.notBefore(happened);
  }

  @Override
  public Instant instant() {
    return now().instant();
  }

  /** For the journal: the kernel's word, unless the machine's time is impossible. */
  ClockQuality quality() {
    Instant time = machine.instant();
    WallClock clock = read();
    return time.isBefore(clock.notBefore().minus(WallClock.TOLERANCE))
        ? ClockQuality.IMPLAUSIBLE
        : kernel.get();
  }

  /** For a bridge, which reads the machine's clock when its traveller comes. */
  synchronized WallClock read() {
    return keeping.read(machine.instant(), monotonic.now(), kernel.get());
  }

  ClockStatus status() {
    WallTime now = now();
    return new ClockStatus(now.instant(), quality(), now.trusted(), read().notBefore());
  }

  private WallTime now() {
    return read().at(machine.instant());
  }
}
