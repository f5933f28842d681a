package egate.command;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** A line on standard error about what takes over a second, anew now and then. */
final class Progress {
  private static final Duration BETWEEN_ON_TERMINAL = Duration.ofMillis(500);
  private static final Duration BETWEEN_IN_LOG = Duration.ofSeconds(10);

  private final PrintWriter err;
  private final boolean terminal;
  private final LongSupplier nanos;
  private final long begin;
  private long told;

  Progress(PrintWriter err) {
    this(err, isTerminal(), System::nanoTime);
  }

  Progress(PrintWriter err, boolean terminal, LongSupplier nanos) {
    this.err = err;
    this.terminal = terminal;
    this.nanos = nanos;
    this.begin = nanos.getAsLong();
    this.told = begin;
  }

  // There may be none, whatever Error Prone expects of later releases.
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  void tell(long done, String what) {
    Duration between = terminal ? BETWEEN_ON_TERMINAL : BETWEEN_IN_LOG;
    if (nanos.getAsLong() - told >= between.toNanos()) {
      told = nanos.getAsLong();
      String line = line(done, what);
      err.print(terminal ? "\r" + line : line + "\n");
      err.flush();
    }
  }

  /** The last word, with what there is to say besides. */
  void end(long done, String what, String besides) {
    err.println((terminal ? "\r" : "") + line(done, what) + besides);
  }

  private String line(long done, String what) {
    double seconds = (nanos.getAsLong() - begin) / 1e9;
    return String.format(
        Locale.ROOT, "%,d %s in %.1f s, %,.0f a second", done, what, seconds, done / seconds);
  }
}
