package egate.daemon.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The append-only write-ahead log: what {@link #append} returned for is on the disk.
 *
 * <p>After a write or force that failed nobody knows what the disk holds; so every later append is
 * refused until the journal is closed and opened again, and what counts then is the new {@link
 * #recovery()}. Methods may be called from any thread; none that appends may be interrupted, for an
 * interrupt closes the file.
 */
public final class Journal implements AutoCloseable {
  /** A segment is closed before it would grow beyond this, in bytes. */
  static final int SEGMENT_MAX = 4 << 20;

  private final JournalStorage storage;
  private final Ledger ledger = new Ledger();
  private final int cutBytes;
  private String segment;
  private long end;
  private long nextOrder;
  private @Nullable String refusal;

  /**
   * Opens or creates the journal in a folder, locked against every other daemon.
   *
   * @param start the entry that says so; its epoch counts only if the store is new
   * @throws JournalException when another daemon holds the folder, or it is damaged or not readable
   */
  public static Journal open(Path folder, JournalEntry.Started start) throws JournalException {
    return open(FolderStorage.lock(folder), start);
  }

  /**
   * Opens or creates the journal in a storage, which it closes when it is closed or does not open.
   *
   * <p>A torn tail is cut, the past is read, and the start is appended under the store's own epoch.
   */
  static Journal open(JournalStorage storage, JournalEntry.Started start) throws JournalException {
    try {
      Journal journal = new Journal(storage);
      journal.append(journal.inOwnEpoch(start));
      return journal;
    } catch (JournalException e) {
      closeQuietly(storage, e);
      throw e;
    }
  }

  private Journal(JournalStorage storage) throws JournalException {
    this.storage = storage;
    JournalReader.Tail tail = JournalReader.read(storage, this::take);
    segment = tail.segment();
    end = tail.end();
    nextOrder = tail.nextOrder();
    cutBytes = tail.tornBytes();
    cutTornTail();
  }

  /** What the journal says as of its last entry. */
  public synchronized Recovery recovery() {
    return Objects.requireNonNull(ledger.recovery(), "opened journals have a start");
  }

  /** Bytes of an append cut short that were taken off at the end when the journal was opened. */
  public int cutBytes() {
    return cutBytes;
  }

  /**
   * Makes an entry durable.
   *
   * @return its order
   * @throws JournalException when that failed or failed before; whatever waits for the entry must
   *     not happen
   * @throws IllegalArgumentException when the entry contradicts those before it
   */
  public synchronized long append(JournalEntry entry) throws JournalException {
    String objection = ledger.objection(entry);
    if (objection != null) {
      throw new IllegalArgumentException("an entry " + objection);
    }
    if (refusal != null) {
      throw new JournalException(refusal);
    }
    write(Frame.encode(nextOrder, EntryCodec.encode(entry)));
    ledger.take(entry);
    return nextOrder++;
  }

  /** Reads every entry again from the storage, in order, up to the last one appended. */
  public void replay(Consumer<Recorded> visitor) throws JournalException {
    long last = lastOrder();
    JournalReader.read(
        storage,
        recorded -> {
          if (recorded.order() <= last) {
            visitor.accept(recorded);
          }
        });
  }

  /** Gives the folder free. */
  @Override
  public synchronized void close() {
    refusal = "journal " + storage.place() + " is closed";
    try {
      storage.close();
    } catch (IOException e) {
      // Every entry is durable already; the operating system releases the lock with the process.
    }
  }

  private synchronized long lastOrder() {
    return nextOrder - 1;
  }

  private JournalEntry.Started inOwnEpoch(JournalEntry.Started start) {
    Recovery past = ledger.recovery();
    UUID epoch = past == null ? start.epoch() : past.epoch();
    return new JournalEntry.Started(start.wallMillis(), epoch, start.software());
  }

  private void take(Recorded recorded) throws MalformedEntryException {
    String objection = ledger.objection(recorded.entry());
    if (objection != null) {
      throw new MalformedEntryException(objection);
    }
    ledger.take(recorded.entry());
  }

  private void cutTornTail() throws JournalException {
    if (cutBytes > 0) {
      try {
        storage.truncate(segment, end);
      } catch (IOException e) {
        throw failed("cannot cut its torn tail", e);
      }
    }
  }

  private void write(ByteBuffer frame) throws JournalException {
    int size = frame.remaining();
    try {
      if (segment.isEmpty() || end + size > SEGMENT_MAX) {
        beginSegment();
      }
      storage.write(segment, end, frame);
      storage.force(segment);
    } catch (IOException e) {
      throw failed("cannot be written", e);
    }
    end += size;
  }

  private void beginSegment() throws IOException {
    String next = JournalReader.segmentName(nextOrder);
    storage.create(next);
    segment = next;
    end = 0;
  }

  private JournalException failed(String how, IOException cause) {
    refusal =
        "journal "
            + storage.place()
            + " "
            + how
            + ": "
            + cause
            + "; nothing moves until it"
            + " is opened again";
    return new JournalException(refusal, cause);
  }

  private static void closeQuietly(JournalStorage storage, Exception reason) {
    try {
      storage.close();
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }
}
