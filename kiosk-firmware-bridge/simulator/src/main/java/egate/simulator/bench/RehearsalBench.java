package egate.simulator.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** What a bridge's rehearsal costs, and whether it warms up all that the first traveller needs. */
@Command(
    name = "rehearsal",
    description = {
      "Rehearses and then inspects and compares ten recorded travellers in one bridge process, a"
          + " mode without any device. Prints the processor time of each.",
      "Demanded: the rehearsal at most 3,000 ms, the first passage at most twice the tenth."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:as demanded", "1:not as demanded", "2:usage or fault"})
public final class RehearsalBench implements Callable<Integer> {
  private static final int PASSAGES = 10;
  private static final long REHEARSAL_MILLIS_MAX = 3_000;
  private static final long FIRST_SEED = 7_000;

  @Override
  public Integer call() throws Exception {
    Path folder = Files.createTempDirectory("egate-bench-");
    try {
      System.err.println("recording " + PASSAGES + " travellers ...");
      for (int i = 0; i < PASSAGES; i++) {
        record(folder, i);
      }
      return judge(run(folder));
    } finally {
      delete(folder);
    }
  }

  private static void record(Path folder, int number) throws Exception {
    Path file = folder.resolve("%02d".formatted(number));
    try (OutputStream out = Files.newOutputStream(file)) {
      new RecordedPassage(FIRST_SEED + number).record(folder.resolve("trust.egts")).write(out);
    }
  }

  /** The bridge as the launcher starts it, with the flags and the cache of production. */
  private static List<String> run(Path folder) throws IOException, InterruptedException {
    Process bridge =
        new ProcessBuilder(
                System.getProperty("egate.launcher"), "bridge", "--rehearse", folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> lines = bridge.inputReader().lines().toList();
    if (bridge.waitFor() != 0) {
      throw new IOException("the bridge ended with code " + bridge.exitValue());
    }
    return lines;
  }

  private static int judge(List<String> lines) {
    lines.forEach(line -> System.out.println(line + " ms"));
    long rehearsal = millis(lines.getFirst());
    double ratio = (double) millis(lines.get(1)) / Math.max(1, millis(lines.getLast()));
    System.out.printf("first passage to tenth: %.2f (at most 2)%n", ratio);
    return rehearsal <= REHEARSAL_MILLIS_MAX && ratio <= 2 ? 0 : 1;
  }

  private static long millis(String line) {
    return Long.parseLong(line.substring(line.indexOf(' ') + 1));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
