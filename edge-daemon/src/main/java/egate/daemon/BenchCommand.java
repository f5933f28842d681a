package egate.daemon;

import egate.daemon.journal.JournalBench;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code egate bench journal}; the launcher sends the other benches to the simulator. */
@Command(
    name = "bench",
    description = "Measure what the record costs on this disk.",
    synopsisSubcommandLabel = "journal")
final class BenchCommand {
  @Spec private @Nullable CommandSpec spec;

  @Command(
      name = "journal",
      description =
          "Measure durable appends beside a bare write and force, behind many entries, and a start"
              + " with a backlog.",
      footer = {
        "",
        "The figures of the README: --entries 5000000 --backlog 1000000; it needs 2 GB and several",
        "minutes. Everything it writes lies in one folder, which it removes.",
      })
  int journal(
      @Option(
              names = "--folder",
              paramLabel = "DIR",
              defaultValue = ".",
              description = "On the disk to be measured. Default: the current folder.")
          Path folder,
      @Option(
              names = "--entries",
              paramLabel = "N",
              defaultValue = "100000",
              description = "Entries that lie behind an append. Default: ${DEFAULT-VALUE}.")
          long entries,
      @Option(
              names = "--backlog",
              paramLabel = "N",
              defaultValue = "20000",
              description = "Results that central has not got. Default: ${DEFAULT-VALUE}.")
          long backlog,
      @Option(names = "--json", description = "One JSON object a line.") boolean json)
      throws Exception {
    PrintWriter out = Main.out(spec);
    Path place = Files.createTempDirectory(folder, "egate-bench-");
    try {
      JournalBench bench =
          new JournalBench(
              place, (name, value) -> figure(out, json, name, value), new Progress(json)::step);
      bench.append();
      bench.flat(entries);
      bench.backlog(backlog);
    } finally {
      delete(place);
    }
    return 0;
  }

  private static void figure(PrintWriter out, boolean json, String name, double value) {
    String form = json ? "{\"name\":\"%s\",\"value\":%.4f}%n" : "%-34s %14.4f%n";
    out.print(String.format(Locale.ROOT, form, name, value));
    out.flush();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** A dot a second on standard error. */
  private static final class Progress {
    private final boolean quiet;
    private long last = System.nanoTime();

    Progress(boolean quiet) {
      this.quiet = quiet;
    }

    void step() {
      if (!quiet && System.nanoTime() - last > 1_000_000_000L) {
        last = System.nanoTime();
        System.err.print('.');
        System.err.flush();
      }
    }
  }
}
