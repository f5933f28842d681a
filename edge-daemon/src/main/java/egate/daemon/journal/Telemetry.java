package egate.daemon.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Observations of the gate itself, the second stream upstream: bounded, and given up before
 * anything that matters more. Written without waiting for the disk; made durable before one is
 * sent, so that no number is ever used twice. From any thread.
 *
 * <p>Segments are those of the journal, sealed with the same keys, but nothing is chained: an
 * observation proves nothing.
 */
public final class Telemetry implements AutoCloseable {
  static final int SEGMENT_MAX = 256 << 10;

  /** Longest observation, in characters. */
  public static final int JSON_MAX = 8_192;

  private final JournalStorage storage;
  private final Journal journal;
  private final long mostBytes;
  private final Deque<TelemetrySegment> segments = new ArrayDeque<>();
  private UUID epoch;
  private long next = 1;
  private long acknowledged;
  private long lost;
  private boolean unforced;

  /**
   * Opens or creates the store in a folder; what a power cut left unreadable is taken off.
   *
   * @param mostBytes beyond this, the oldest observations make room
   */
  public static Telemetry open(Path folder, Journal journal, long mostBytes)
      throws JournalException {
    return open(FolderStorage.lock(folder), journal, mostBytes);
  }

  static Telemetry open(JournalStorage storage, Journal journal, long mostBytes)
      throws JournalException {
    try {
      Telemetry telemetry = new Telemetry(storage, journal, mostBytes);
      telemetry.read();
      return telemetry;
    } catch (IOException e) {
      throw new JournalException("telemetry " + storage.place() + " cannot be used: " + e, e);
    }
  }

  private Telemetry(JournalStorage storage, Journal journal, long mostBytes) {
    this.storage = storage;
    this.journal = journal;
    this.mostBytes = mostBytes;
    this.epoch = UUID.randomUUID();
  }

  /** Made when the store was created; a sequence counts only together with it. */
  public synchronized UUID epoch() {
    return epoch;
  }

  /** Observations that central has not acknowledged. */
  public synchronized long depth() {
    return next - 1 - acknowledged;
  }

  /** Observations that could not even be written since the store was opened. */
  public synchronized long lost() {
    return lost;
  }

  /**
   * Takes an observation; one that cannot be written is counted and forgotten.
   *
   * @param json 1..{@value #JSON_MAX} printable ASCII characters
   */
  public synchronized void append(long wallMillis, String json) {
    if (json.isEmpty() || json.length() > JSON_MAX) {
      throw new IllegalArgumentException("an observation of " + json.length() + " characters");
    }
    try {
      TelemetrySegment segment = segmentFor(json.length());
      segment.write(storage, new TelemetryRecord(next, wallMillis, json), journal.keys());
      unforced = true;
      next++;
      shrink(wallMillis);
    } catch (IOException | JournalException e) {
      lost++;
    }
  }

  /**
   * The oldest observations above a sequence, durable.
   *
   * @param most how many at most
   * @throws IOException when the disk fails
   */
  public synchronized List<TelemetryRecord> oldestAfter(long sequence, int most)
      throws IOException {
    force();
    List<TelemetryRecord> records = new ArrayList<>();
    for (TelemetrySegment segment : segments) {
      if (records.size() < most && segment.last() > sequence) {
        segment.read(storage, journal.keys()).stream()
            .filter(record -> record.sequence() > sequence)
            .limit(most - records.size())
            .forEach(records::add);
      }
    }
    return records;
  }

  /** Forgets what central has; whatever speaks of another store or of the future is ignored. */
  public synchronized void acknowledge(UUID of, long sequence) throws IOException {
    if (!of.equals(epoch) || sequence <= acknowledged || sequence >= next) {
      return;
    }
    acknowledged = sequence;
    while (segments.size() > 1 && segments.getFirst().last() <= acknowledged) {
      storage.delete(segments.removeFirst().name());
    }
  }

  /**
   * Gives up the oldest observations, which is put on record first.
   *
   * @return false where there is nothing more to give up
   */
  synchronized boolean evictOldest(long wallMillis) throws JournalException {
    if (segments.size() < 2) {
      return false;
    }
    TelemetrySegment oldest = segments.getFirst();
    long first = Math.max(oldest.first(), acknowledged + 1);
    if (first <= oldest.last()) {
      journal.append(
          new JournalEntry.TelemetryGap(wallMillis, first, oldest.last(), GapCause.EVICTED));
    }
    try {
      storage.delete(oldest.name());
    } catch (IOException e) {
      return false;
    }
    segments.removeFirst();
    acknowledged = Math.max(acknowledged, oldest.last());
    return true;
  }

  @Override
  public synchronized void close() {
    try {
      force();
      storage.close();
    } catch (IOException e) {
      // What was not forced is lost, as by a power cut.
    }
  }

  private void read() throws IOException, JournalException {
    for (String name : storage.list(SegmentSource.SEGMENT)) {
      TelemetrySegment segment = TelemetrySegment.open(storage, name);
      if (segment == null) {
        storage.delete(name);
      } else {
        adopt(segment);
      }
    }
    if (!segments.isEmpty()) {
      acknowledged = segments.getFirst().first() - 1;
    }
  }

  /** What the disk lost between two segments is a gap like any other. */
  private void adopt(TelemetrySegment segment) throws JournalException {
    if (!segments.isEmpty() && segment.first() > next) {
      journal.append(new JournalEntry.TelemetryGap(0, next, segment.first() - 1, GapCause.LOST));
    }
    epoch = segment.epoch();
    next = segment.last() + 1;
    segments.add(segment);
  }

  private TelemetrySegment segmentFor(int length) throws IOException {
    @Nullable TelemetrySegment last = segments.peekLast();
    if (last == null || last.end() + length > SEGMENT_MAX) {
      force();
      last = TelemetrySegment.create(storage, epoch, next);
      segments.add(last);
    }
    return last;
  }

  private void shrink(long wallMillis) throws JournalException {
    long bytes = segments.stream().mapToLong(TelemetrySegment::end).sum();
    while (bytes > mostBytes && segments.size() > 1) {
      bytes -= segments.getFirst().end();
      if (!evictOldest(wallMillis)) {
        return;
      }
    }
  }

  private void force() throws IOException {
    if (unforced) {
      storage.force(segments.getLast().name());
      unforced = false;
    }
  }
}
