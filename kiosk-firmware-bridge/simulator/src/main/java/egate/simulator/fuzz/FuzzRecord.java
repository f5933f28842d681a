package egate.simulator.fuzz;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Properties;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * What the fuzzing process leaves behind: {@code findings/}, the dearest inputs in {@code dear/},
 * and {@code record.properties}. Written now and then, for the process may be killed.
 */
final class FuzzRecord {
  static final String FINDINGS = "findings";
  static final String DEAR = "dear";
  static final String PROPERTIES = "record.properties";
  static final String EXECUTIONS = "executions";

  /** There once the time is used up and everything is written. */
  static final String FINISHED = "finished";

  /** Before that, costs are those of class loading and compilation. */
  private static final long WARM_EXECUTIONS = 5_000;

  private static final long WRITTEN_EVERY = 1 << 16;
  private static final int DEAR_MAX = 12;

  private final Path folder;
  private final Set<String> known = new HashSet<>();
  private final PriorityQueue<Costly> slowest = dearest(trial -> trial.cpuNanos());
  private final PriorityQueue<Costly> largest = dearest(trial -> trial.bytes());
  private long executions;

  private static final class Costly {
    private final byte[] input;
    private final Trial trial;

    Costly(byte[] input, Trial trial) {
      this.input = input;
      this.trial = trial;
    }
  }

  FuzzRecord(Path folder) {
    this.folder = folder;
  }

  private static PriorityQueue<Costly> dearest(ToLongFunction<Trial> cost) {
    return new PriorityQueue<>(Comparator.comparingLong(costly -> cost.applyAsLong(costly.trial)));
  }

  void add(byte[] input, Trial trial) throws IOException {
    Throwable finding = trial.finding();
    if (finding != null && known.add(place(finding))) {
      save(FINDINGS, input);
    }
    if (executions++ > WARM_EXECUTIONS) {
      keep(slowest, input, trial);
      keep(largest, input, trial);
    }
    if (executions % WRITTEN_EVERY == 0) {
      write();
    }
  }

  long executions() {
    return executions;
  }

  private static void keep(PriorityQueue<Costly> queue, byte[] input, Trial trial) {
    Costly costly = new Costly(input, trial);
    if (queue.size() < DEAR_MAX) {
      queue.add(costly);
    } else if (queue.comparator().compare(costly, queue.element()) > 0) {
      queue.remove();
      queue.add(costly);
    }
  }

  /** One finding for each kind of exception from each line of our own. */
  static String place(Throwable finding) {
    for (StackTraceElement frame : finding.getStackTrace()) {
      if (frame.getClassName().startsWith("egate.")) {
        return finding.getClass().getName() + " at " + frame;
      }
    }
    return finding.getClass().getName();
  }

  void write() throws IOException {
    for (Costly costly : slowest) {
      save(DEAR, costly.input);
    }
    for (Costly costly : largest) {
      save(DEAR, costly.input);
    }
    Properties properties = new Properties();
    properties.setProperty(EXECUTIONS, Long.toString(executions));
    try (var out = Files.newBufferedWriter(folder.resolve(PROPERTIES))) {
      properties.store(out, null);
    }
  }

  void finish() throws IOException {
    Path mark = folder.resolve(FINISHED);
    if (!Files.exists(mark)) {
      write();
      Files.createFile(mark);
    }
  }

  private void save(String kind, byte[] input) throws IOException {
    Path into = Files.createDirectories(folder.resolve(kind));
    Files.write(into.resolve(fileName(input)), input);
  }

  /** By its contents, so that the same input has the same name everywhere. */
  static String fileName(byte[] input) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(input);
      return "%016x.bin".formatted(new BigInteger(1, digest).shiftRight(192));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
