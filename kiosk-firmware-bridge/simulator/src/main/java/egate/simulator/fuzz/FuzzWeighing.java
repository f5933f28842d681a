package egate.simulator.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** Runs again, warm and without instruments, what a fuzzing process found remarkable. */
final class FuzzWeighing {
  private static final long WARM_UP_NANOS = 2_000_000_000L;
  private static final int RUNS = 7;

  private final FuzzTarget target;
  private final Path folder;
  private final Path regressions;
  private final List<String> findings = new ArrayList<>();

  FuzzWeighing(FuzzTarget target, Path folder, Path regressions) {
    this.target = target;
    this.folder = folder;
    this.regressions = regressions;
  }

  /**
   * Weighs.
   *
   * @param seconds of processor time that the process used
   * @param exit its exit code; anything but zero is a finding
   */
  FuzzFigures weigh(long seconds, int exit) throws IOException {
    if (exit != 0) {
      findings.add("the fuzzer ended with code " + exit + ": " + folder.resolve("log"));
    }
    List<Path> dear = files(FuzzRecord.DEAR);
    List<byte[]> warming = new ArrayList<>(target.seeds());
    for (Path path : dear) {
      warming.add(Files.readAllBytes(path));
    }
    warmUp(warming);
    long slowest = 0;
    long largest = 0;
    for (Path path : dear) {
      Trial trial = Trial.leastOf(target, Files.readAllBytes(path), RUNS);
      slowest = Math.max(slowest, trial.cpuNanos());
      largest = Math.max(largest, trial.bytes());
      judge(path, trial);
    }
    for (Path path : files(FuzzRecord.FINDINGS)) {
      save(path, finding(path));
    }
    return new FuzzFigures(
        target.name(), executions(), seconds, slowest / 1e6, largest, findings, regressions);
  }

  private void warmUp(List<byte[]> inputs) {
    long end = System.nanoTime() + WARM_UP_NANOS;
    while (System.nanoTime() < end) {
      inputs.forEach(input -> Trial.of(target, input));
    }
  }

  private void judge(Path path, Trial trial) throws IOException {
    if (trial.tooSlow()) {
      save(path, "takes " + trial.cpuNanos() / 1_000_000 + " ms of processor time");
    }
    if (trial.tooLarge()) {
      save(path, "allocates " + trial.bytes() + " bytes");
    }
  }

  /** A hang is not run again here; a crash is, to tell its place. */
  private String finding(Path path) throws IOException {
    if (path.getFileName().toString().startsWith("timeout-")) {
      return "hangs";
    }
    Throwable finding = Trial.of(target, Files.readAllBytes(path)).finding();
    return finding == null ? "does not happen again" : FuzzRecord.place(finding);
  }

  private void save(Path path, String what) throws IOException {
    String name = FuzzRecord.fileName(Files.readAllBytes(path));
    Files.createDirectories(regressions);
    Files.copy(path, regressions.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    findings.add(name + ": " + what);
  }

  private List<Path> files(String kind) throws IOException {
    Path of = folder.resolve(kind);
    if (!Files.isDirectory(of)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.list(of)) {
      return paths.sorted().toList();
    }
  }

  private long executions() throws IOException {
    Properties record = new Properties();
    Path path = folder.resolve(FuzzRecord.PROPERTIES);
    if (Files.exists(path)) {
      try (var in = Files.newBufferedReader(path)) {
        record.load(in);
      }
    }
    return Long.parseLong(record.getProperty(FuzzRecord.EXECUTIONS, "0"));
  }
}
