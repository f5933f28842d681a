package egate.daemon.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The append-only write-ahead log: what {@link #append} returned for is on the disk, sealed under
 * the key of its day and linked to all that went before.
 *
 * <p>After a write or force that failed nobody knows what the disk holds; so every later append is
 * refused until the journal is closed and opened again, and what counts then is the new {@link
 * #recovery()}. Methods may be called from any thread; none that appends may be interrupted, for an
 * interrupt closes the file.
 */
public final class Journal implements AutoCloseable {
  /** So many entries at most are to be read at a start, whatever lies before them. */
  static final int CHECKPOINT_EVERY = 1_024;

  private final JournalStorage storage;
  private final KeyRing keys;
  private final JournalWriter writer;
  private final long foundOrder;
  private @Nullable String refusal;
  private @Nullable SignedHead lastHead;

  /**
   * Opens or creates the journal in a folder, locked against every other daemon.
   *
   * @param master stays the caller's
   * @param clock how far the wall clock can be trusted now
   * @param start the entry that says so; its epoch counts only if the store is new
   * @throws JournalException when another daemon holds the folder, it is damaged or not readable,
   *     or the key does not fit
   */
  public static Journal open(
      Path folder, DatabaseKey master, Supplier<ClockQuality> clock, JournalEntry.Started start)
      throws JournalException {
    return open(FolderStorage.lock(folder), master, clock, start);
  }

  /**
   * Opens or creates the journal in a storage, which it closes when it is closed or does not open.
   *
   * <p>A torn tail is cut, the past is read, and the start is appended under the store's own epoch.
   */
  static Journal open(
      JournalStorage storage,
      DatabaseKey master,
      Supplier<ClockQuality> clock,
      JournalEntry.Started start)
      throws JournalException {
    try {
      Journal journal = new Journal(storage, KeyRing.read(storage, master), clock, start.epoch());
      journal.append(started(journal, start));
      return journal;
    } catch (JournalException e) {
      closeQuietly(storage, e);
      throw e;
    }
  }

  private static JournalEntry started(Journal journal, JournalEntry.Started start) {
    UUID epoch = journal.writer.segments().epoch();
    return new JournalEntry.Started(start.wallMillis(), epoch, start.software());
  }

  private Journal(
      JournalStorage storage, KeyRing keys, Supplier<ClockQuality> clock, UUID epochIfNew)
      throws JournalException {
    this.storage = storage;
    this.keys = keys;
    try {
      writer = new JournalWriter(storage, keys, clock, epochIfNew);
    } catch (IOException e) {
      throw failed("cannot cut its torn tail", e);
    }
    foundOrder = writer.lastOrder();
  }

  /** What the journal says as of its last entry. */
  public synchronized Recovery recovery() {
    return standing().recovery();
  }

  /** All that the entries so far lead to. */
  synchronized Standing standing() {
    return Objects.requireNonNull(writer.standing(), "opened journals have a start");
  }

  /** Bytes of an append cut short that were taken off at the end when the journal was opened. */
  public int cutBytes() {
    return writer.cutBytes();
  }

  /** The latest time on record that can be trusted; the clock cannot rightly be before it. */
  public synchronized Instant latestTrusted() {
    return Instant.ofEpochMilli(Math.max(0, writer.latestTrusted()));
  }

  /** How much was written since the journal was opened. */
  public Wear.Count wear() {
    return writer.segments().wear().count();
  }

  /** The head that was signed last since the journal was opened, or null before the first. */
  public synchronized @Nullable SignedHead lastHead() {
    return lastHead;
  }

  /** The data keys; the outbox seals with the same ones. */
  KeyRing keys() {
    return keys;
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
    String objection = writer.objection(entry);
    if (objection != null) {
      throw new IllegalArgumentException("an entry " + objection);
    }
    if (refusal != null) {
      throw new JournalException(refusal);
    }
    try {
      return writer.append(entry);
    } catch (IOException e) {
      throw failed("cannot be written", e);
    }
  }

  /**
   * Signs the record as it is now, and puts that on record too. Signing does not hold up appends.
   */
  public SignedHead sign(DeviceKey device, long wallMillis) throws JournalException {
    SignedHead unsigned = head(wallMillis);
    SignedHead head = unsigned.signed(device.sign(unsigned.statement()));
    append(new JournalEntry.Head(wallMillis, head));
    synchronized (this) {
      lastHead = head;
    }
    return head;
  }

  /** One line about a tail that was missing when the journal was opened, or empty. */
  String alarm(Anchor anchor) {
    String missing = anchor.missing(writer.segments().epoch(), foundOrder);
    return missing == null ? "" : missing;
  }

  /** Entries that no head covers yet. */
  public synchronized long unsigned() {
    long covered = lastHead == null ? 0 : lastHead.order() + 1; // the head's own entry
    return writer.lastOrder() - covered;
  }

  /** Reads every entry that can still be opened, in order, up to the last one appended. */
  public void replay(Consumer<Recorded> visitor) throws JournalException {
    long last = lastOrder();
    new JournalReader(storage, keys)
        .readAll(
            recorded -> {
              if (recorded.order() <= last) {
                visitor.accept(recorded);
              }
            });
  }

  /** The results on record, to be read beside whoever appends more. */
  ResultReader results() {
    return new ResultReader(new JournalReader(storage, keys), this::lastOrder);
  }

  /**
   * Makes sure that so many bytes can be appended whatever happens to the disk, beginning a new
   * segment if need be.
   *
   * @throws IOException when there is not that much space
   */
  synchronized void secure(int bytes, long wallMillis) throws IOException, JournalException {
    if (refusal != null) {
      throw new JournalException(refusal);
    }
    writer.segments().secure(bytes);
    if (!writer.segments().fits(bytes)) {
      rollOver(wallMillis);
    }
  }

  private void rollOver(long wallMillis) throws JournalException {
    try {
      writer.rollOver(wallMillis);
    } catch (IOException e) {
      throw failed("cannot be written", e);
    }
  }

  /** Bytes free on its disk; zero where that cannot be told. */
  long freeBytes() {
    try {
      return storage.freeBytes();
    } catch (IOException e) {
      return 0;
    }
  }

  /** Bytes that its segments take. */
  synchronized long sizeBytes() {
    return writer.segments().bytes();
  }

  /** How far a wall time can be trusted now. */
  synchronized ClockQuality clockNow(long wallMillis) {
    return writer.clockNow(wallMillis);
  }

  /** Destroys a data key, and puts that on record first. */
  synchronized void destroy(DataKey key, long wallMillis) throws JournalException {
    append(new JournalEntry.KeyDestroyed(wallMillis, key.id()));
    try {
      keys.destroy(key.id(), storage);
    } catch (IOException e) {
      throw new JournalException("data key " + key.id() + " cannot be destroyed: " + e, e);
    }
  }

  /**
   * Removes the oldest segment if nothing in it can be opened any more, and puts that on record
   * first.
   */
  boolean retireOldest(long wallMillis) throws JournalException {
    // Read before anything is locked: no append waits for a whole segment.
    Optional<Retirement> oldest = new JournalReader(storage, keys).oldestToRetire();
    if (oldest.isEmpty()) {
      return false;
    }
    retire(oldest.get(), wallMillis);
    return true;
  }

  private synchronized void retire(Retirement oldest, long wallMillis) throws JournalException {
    append(new JournalEntry.Retired(wallMillis, oldest.upTo(), oldest.chain()));
    try {
      writer.segments().remove(oldest);
    } catch (IOException e) {
      throw new JournalException("segment " + oldest.segment() + " cannot be removed: " + e, e);
    }
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

  private synchronized SignedHead head(long wallMillis) {
    Standing now = standing();
    return new SignedHead(
        now.recovery().epoch(),
        writer.lastOrder(),
        writer.segments().chain(),
        now.recovery().lastSequence(),
        now.results(),
        wallMillis,
        "");
  }

  private synchronized long lastOrder() {
    return writer.lastOrder();
  }

  private JournalException failed(String how, IOException cause) {
    refusal =
        "journal %s %s: %s; nothing moves until it is opened again"
            .formatted(storage.place(), how, cause);
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
