package egate.simulator.fuzz;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** What Jazzer calls, in the process that fuzzes one target. Its two methods are Jazzer's. */
@SuppressWarnings("NullAway.Init") // Jazzer initialises before it runs
public final class FuzzHarness {
  /** Asking the operating system for the time used costs more than most inputs. */
  private static final int ASKED_EVERY = 1_024;

  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private static FuzzTarget target;
  private static FuzzRecord record;
  private static long endNanos;

  private FuzzHarness() {}

  /**
   * Chooses the target.
   *
   * @param arguments its name, the folder to write what is found to, and the seconds of processor
   *     time that may be used
   */
  public static void fuzzerInitialize(String[] arguments) {
    target = FuzzTargets.named(arguments[0]).orElseThrow();
    long seconds = Long.parseLong(arguments[2]);
    record = new FuzzRecord(Path.of(arguments[1]));
    endNanos = PROCESS.getProcessCpuTime() + TimeUnit.SECONDS.toNanos(seconds);
  }

  /** Runs it once. A finding is written down, and the search goes on. */
  public static void fuzzerTestOneInput(byte[] input) {
    try {
      record.add(input, Trial.of(target, input));
      if (record.executions() % ASKED_EVERY == 0 && PROCESS.getProcessCpuTime() > endNanos) {
        record
            .finish(); // and whoever started this process ends it: Jazzer takes an exit for a crash
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
