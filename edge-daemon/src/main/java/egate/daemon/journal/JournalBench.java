package egate.daemon.journal;

import egate.gate.Door;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;

/**
 * What the record costs on this disk. Figures that are compared are taken in turns, so that a busy
 * machine is busy for both.
 */
public final class JournalBench {
  /** As long as the result of a passed traveller. */
  private static final int RESULT_CHARS = 1_200;

  private static final int SAMPLES = 1_000;
  private static final long DAY_MILLIS = 86_400_000L;

  private final Path folder;
  private final DatabaseKey master;
  private final BiConsumer<String, Double> figure;
  private final Runnable progress;

  /**
   * A bench.
   *
   * @param folder an empty folder on the disk to be measured
   * @param figure told each figure by its name
   * @param progress called now and then
   */
  public JournalBench(Path folder, BiConsumer<String, Double> figure, Runnable progress)
      throws IOException, OutboxException {
    this.folder = folder;
    this.figure = figure;
    this.progress = progress;
    this.master = DatabaseKey.read(Files.writeString(folder.resolve("key"), "5a".repeat(32)));
  }

  /** An append beside a bare write and force of the same result. */
  public void append() throws IOException, JournalException {
    long[] bare = new long[SAMPLES];
    long[] journal = new long[SAMPLES];
    byte[] payload = json(1).getBytes(StandardCharsets.US_ASCII);
    try (FileChannel file = newFile("bare");
        Journal log = open(FolderStorage.lock(folder.resolve("append")))) {
      long before = log.wear().bytes();
      for (int i = 0; i < SAMPLES; i++) {
        bare[i] = writeAndForce(file, payload);
        journal[i] = appendResult(log, i + 1);
      }
      long begun = SAMPLES * (long) (Frame.HEADER + Sealing.OVERHEAD + 18);
      figure.accept("append_ms_median", millis(median(journal)));
      figure.accept("bare_ms_median", millis(median(bare)));
      figure.accept("append_throughput_of_bare", ratio(sum(bare), sum(journal)));
      figure.accept("append_p99_ms", millis(percentile(journal, 99)));
      figure.accept(
          "append_bytes_of_bare",
          ratio(log.wear().bytes() - before - begun, (long) SAMPLES * payload.length));
    }
  }

  /**
   * An append to a long journal beside one to an empty one.
   *
   * @param entries how many lie behind
   */
  public void flat(long entries) throws IOException, JournalException {
    Path place = folder.resolve("long");
    fill(place, entries, false);
    long begin = System.nanoTime();
    try (Journal old = open(FolderStorage.lock(place));
        Journal empty = open(FolderStorage.lock(folder.resolve("short")))) {
      figure.accept("entries_behind", (double) entries);
      figure.accept("open_ms_with_entries_behind", millis(System.nanoTime() - begin));
      long[] behind = new long[SAMPLES];
      long[] alone = new long[SAMPLES];
      for (int i = 0; i < SAMPLES; i++) {
        behind[i] = appendResult(old, old.recovery().lastSequence() + 1);
        alone[i] = appendResult(empty, i + 1);
      }
      figure.accept("append_ms_behind_entries", millis(median(behind)));
      figure.accept("append_ms_empty", millis(median(alone)));
      figure.accept("append_slowdown_behind_entries", ratio(median(behind), median(alone)));
    }
  }

  /**
   * A start with results that central has not got, beside a start with none; and appends while the
   * database fetches them.
   */
  public void backlog(long results) throws Exception {
    Path place = folder.resolve("backlog");
    fill(place, results, true);
    double none = start(folder.resolve("none"), folder.resolve("none-db"));
    try (Journal log = open(FolderStorage.lock(place));
        Outbox outbox = outbox(folder.resolve("backlog-db"), log)) {
      long[] during = new long[SAMPLES];
      for (int i = 0; i < SAMPLES; i++) {
        during[i] = appendResult(log, log.recovery().lastSequence() + 1);
      }
      figure.accept("append_ms_while_projecting", millis(median(during)));
      figure.accept("append_p99_ms_while_projecting", millis(percentile(during, 99)));
      long begin = System.nanoTime();
      awaitLevel(outbox);
      figure.accept("projection_s", (System.nanoTime() - begin) / 1e9);
    }
    double with = start(place, folder.resolve("backlog-db"));
    figure.accept("backlog_results", (double) results);
    figure.accept("start_ms_without_backlog", none);
    figure.accept("start_ms_with_backlog", with);
    figure.accept("start_ms_that_backlog_adds", with - none);
  }

  private void awaitLevel(Outbox outbox) throws InterruptedException {
    Semaphore slices = new Semaphore(0);
    outbox.onProjected(slices::release);
    while (outbox.behind()) {
      progress.run();
      slices.acquire();
    }
  }

  private double start(Path place, Path database) throws Exception {
    open(FolderStorage.lock(place)).close();
    try (Journal log = open(FolderStorage.lock(place));
        Outbox outbox = outbox(database, log)) {
      // The first opening makes what is missing; the second one is measured.
      outbox.acknowledged();
    }
    long begin = System.nanoTime();
    try (Journal log = open(FolderStorage.lock(place));
        Outbox outbox = outbox(database, log)) {
      outbox.acknowledged();
      return millis(System.nanoTime() - begin);
    }
  }

  private Outbox outbox(Path database, Journal log) throws OutboxException, JournalException {
    DatabaseKey key = DatabaseKey.read(folder.resolve("key"));
    return Outbox.open(database, key, log, InstantSource.system());
  }

  /** Written without force: what is behind an entry is on the disk long since. */
  private void fill(Path place, long entries, boolean results) throws JournalException {
    try (Journal log = open(FolderStorage.unforced(place))) {
      for (long number = 1; number <= entries; number++) {
        if (results) {
          append(log, number, "{\"sequence\":" + number + ",\"pad\":\"" + "x".repeat(200) + "\"}");
        } else {
          log.append(new JournalEntry.Emergency(DAY_MILLIS, number % 2 == 0));
        }
        if (number % 10_000 == 0) {
          progress.run();
        }
      }
    }
  }

  private Journal open(JournalStorage storage) throws JournalException {
    var start = new JournalEntry.Started(DAY_MILLIS, new UUID(1, 2), "bench");
    return Journal.open(storage, master, () -> ClockQuality.SYNCHRONISED, start);
  }

  private static long appendResult(Journal log, long number) throws JournalException {
    long passage = log.recovery().lastPassage() + 1;
    log.append(new JournalEntry.PassageBegun(DAY_MILLIS, passage));
    var result = new JournalEntry.PassageResult(DAY_MILLIS, passage, number, json(number));
    long begin = System.nanoTime();
    log.append(result);
    return System.nanoTime() - begin;
  }

  private static void append(Journal log, long number, String json) throws JournalException {
    log.append(new JournalEntry.PassageBegun(DAY_MILLIS, number));
    log.append(new JournalEntry.Decision(DAY_MILLIS, number, Door.ENTRY));
    log.append(new JournalEntry.PassageResult(DAY_MILLIS, number, number, json));
  }

  private static String json(long number) {
    String head = "{\"sequence\":" + number + ",\"pad\":\"";
    return head + "x".repeat(RESULT_CHARS - head.length() - 2) + "\"}";
  }

  private FileChannel newFile(String name) throws IOException {
    return FileChannel.open(
        folder.resolve(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  private static long writeAndForce(FileChannel file, byte[] payload) throws IOException {
    long begin = System.nanoTime();
    ByteBuffer bytes = ByteBuffer.wrap(payload);
    while (bytes.hasRemaining()) {
      int _ = file.write(bytes);
    }
    file.force(false);
    return System.nanoTime() - begin;
  }

  private static long median(long[] nanos) {
    return percentile(nanos, 50);
  }

  private static long percentile(long[] nanos, int percent) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length * percent / 100];
  }

  private static long sum(long[] nanos) {
    return Arrays.stream(nanos).sum();
  }

  private static double millis(long nanos) {
    return nanos / 1e6;
  }

  private static double ratio(long a, long b) {
    return (double) a / b;
  }
}
