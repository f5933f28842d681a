package egate.daemon.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
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
  /** A segment is closed before it would grow beyond this, in bytes. */
  static final int SEGMENT_MAX = 4 << 20;

  /** So many entries at most are to be read at a start, whatever lies before them. */
  static final int CHECKPOINT_EVERY = 1_024;

  private final JournalStorage storage;
  private final KeyRing keys;
  private final Dating dating;
  private final Ledger ledger = new Ledger();
  private final int cutBytes;
  private final Wear wear = new Wear();
  private UUID epoch;
  private String segment = "";
  private long end;
  private long nextOrder = 1;
  private long checkpointOrder = 1;
  private ChainHash chain;
  private int lastKey;
  private boolean secured;
  private long closedBytes;
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
      journal.append(new JournalEntry.Started(start.wallMillis(), journal.epoch, start.software()));
      return journal;
    } catch (JournalException e) {
      closeQuietly(storage, e);
      throw e;
    }
  }

  private Journal(
      JournalStorage storage, KeyRing keys, Supplier<ClockQuality> clock, UUID epochIfNew)
      throws JournalException {
    this.storage = storage;
    this.keys = keys;
    this.dating = new Dating(clock);
    JournalReader.Tail tail = new JournalReader(storage, keys).recover(ledger, dating);
    if (tail.segments().isEmpty()) {
      epoch = epochIfNew;
      chain = SegmentHeader.first(epoch).chain();
      cutBytes = 0;
    } else {
      SegmentScan last = tail.segments().getLast();
      epoch = last.header().epoch();
      chain = last.chain();
      segment = JournalReader.segmentName(last.header().firstOrder());
      end = last.end();
      nextOrder = last.nextOrder();
      checkpointOrder = tail.segments().getFirst().header().firstOrder();
      lastKey = last.frames().stream().mapToInt(Frame::key).max().orElse(0);
      cutBytes = last.tailBytes();
    }
    mend(tail.torn());
    closedBytes = closedSegments();
    secured = !segment.isEmpty() && reserved();
  }

  /** What the journal says as of its last entry. */
  public synchronized Recovery recovery() {
    return standing().recovery();
  }

  /** All that the entries so far lead to. */
  synchronized Standing standing() {
    return Objects.requireNonNull(ledger.standing(), "opened journals have a start");
  }

  /** Bytes of an append cut short that were taken off at the end when the journal was opened. */
  public int cutBytes() {
    return cutBytes;
  }

  /** How much was written since the journal was opened. */
  public Wear.Count wear() {
    return wear.count();
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
    String objection = ledger.objection(entry);
    if (objection != null) {
      throw new IllegalArgumentException("an entry " + objection);
    }
    if (refusal != null) {
      throw new JournalException(refusal);
    }
    try {
      DataKey key = keyOf(entry);
      if (checkpointDue(key) && !(entry instanceof JournalEntry.Checkpoint)) {
        checkpoint(entry.wallMillis(), key);
      }
      return write(entry, key);
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

  /** Entries that no head covers yet. */
  public synchronized long unsigned() {
    long covered = lastHead == null ? 0 : lastHead.order() + 1; // the head's own entry
    return nextOrder - 1 - covered;
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

  /**
   * The oldest results behind a sequence, in order.
   *
   * @param most how many at most
   */
  List<JournalEntry.PassageResult> resultsBehind(long sequence, int most) throws JournalException {
    ResultsBehind results = new ResultsBehind(sequence, most, lastOrder());
    new JournalReader(storage, keys).readBehind(sequence, results);
    return results.found();
  }

  /**
   * Makes sure that so many bytes can be appended whatever happens to the disk, beginning a new
   * segment if need be. Where the file system cannot set space aside, it only looks.
   *
   * @throws IOException when there is not that much space
   */
  synchronized void secure(int bytes, long wallMillis) throws IOException, JournalException {
    if (refusal != null) {
      throw new JournalException(refusal);
    }
    if (secured && end + bytes <= SEGMENT_MAX) {
      return;
    }
    secured = end + bytes <= SEGMENT_MAX && storage.reserve(segment, SEGMENT_MAX);
    if (!secured && storage.freeBytes() < 2L * SEGMENT_MAX) {
      throw new IOException("the disk has no room for another segment");
    }
    if (end + bytes > SEGMENT_MAX) {
      rollOver(wallMillis);
    }
  }

  private void rollOver(long wallMillis) throws JournalException {
    try {
      DataKey key = Objects.requireNonNull(keys.newest(), "an open journal has a key");
      beginSegment();
      checkpoint(wallMillis, key);
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
    return closedBytes + end;
  }

  /** How far a wall time can be trusted now. */
  synchronized ClockQuality clockNow(long wallMillis) {
    return dating.judge(wallMillis);
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
  synchronized boolean retireOldest(long wallMillis) throws JournalException {
    Optional<Retirement> oldest = new JournalReader(storage, keys).oldestToRetire();
    if (oldest.isEmpty()) {
      return false;
    }
    Retirement retirement = oldest.get();
    append(new JournalEntry.Retired(wallMillis, retirement.upTo(), retirement.chain()));
    try {
      storage.delete(retirement.segment());
    } catch (IOException e) {
      throw new JournalException("segment " + retirement.segment() + " cannot be removed: " + e, e);
    }
    closedBytes -= retirement.bytes();
    return true;
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
    long sequence = now.recovery().lastSequence();
    return new SignedHead(epoch, nextOrder - 1, chain, sequence, now.results(), wallMillis, "");
  }

  private synchronized long lastOrder() {
    return nextOrder - 1;
  }

  private long closedSegments() throws JournalException {
    try {
      long bytes = 0;
      for (String name : storage.list(SegmentSource.SEGMENT)) {
        bytes += name.equals(segment) ? 0 : storage.size(name);
      }
      return bytes;
    } catch (IOException e) {
      throw failed("cannot be listed", e);
    }
  }

  /** Takes off what a power cut left behind the last entry, be it in the midst of a new segment. */
  private void mend(String torn) throws JournalException {
    try {
      if (!torn.isEmpty()) {
        storage.delete(torn);
      }
      if (cutBytes > 0) {
        storage.truncate(segment, end);
      }
    } catch (IOException e) {
      throw failed("cannot cut its torn tail", e);
    }
  }

  /**
   * The key of the entry's day. A clock that stands elsewhere than yesterday, however far, begins a
   * new one. A full disk does not stop the record here: then the old key serves on.
   */
  private DataKey keyOf(JournalEntry entry) throws IOException {
    long day = DataKey.day(entry.wallMillis());
    DataKey newest = keys.newest();
    if (newest != null && (newest.day() == day || entry.isPublic())) {
      return newest;
    }
    Standing now = ledger.standing();
    long sequence = now == null ? 0 : now.recovery().lastSequence();
    try {
      return keys.make(day, sequence, storage);
    } catch (IOException e) {
      if (newest == null) {
        throw e;
      }
      return newest;
    }
  }

  /** With the first entry under a key, for all before it may be shredded; and now and then. */
  private boolean checkpointDue(DataKey key) {
    return ledger.standing() != null
        && (key.id() != lastKey || nextOrder - checkpointOrder >= CHECKPOINT_EVERY);
  }

  private void checkpoint(long wallMillis, DataKey key) throws IOException {
    checkpointOrder = nextOrder;
    write(new JournalEntry.Checkpoint(wallMillis, standing()), key);
  }

  private long write(JournalEntry entry, DataKey key) throws IOException {
    ClockQuality quality = dating.judge(entry.wallMillis());
    ByteBuffer payload = EntryCodec.encode(quality, entry);
    int size = Frame.HEADER + Sealing.OVERHEAD + payload.remaining();
    if (segment.isEmpty() || end + size > SEGMENT_MAX) {
      beginSegment();
      if (ledger.standing() != null && !(entry instanceof JournalEntry.Checkpoint)) {
        checkpoint(entry.wallMillis(), key);
      }
    }
    write(frame(entry, key, payload));
    lastKey = key.id();
    dating.noted(quality, entry.wallMillis());
    ledger.take(entry);
    return nextOrder++;
  }

  private ByteBuffer frame(JournalEntry entry, DataKey key, ByteBuffer payload) {
    if (entry.isPublic()) {
      return Frame.encode(nextOrder, Frame.CLEAR, payload);
    }
    byte[] context = Sealing.entryContext(epoch, nextOrder);
    return Frame.encode(
        nextOrder, key.id(), Sealing.seal(key.secret(), context, payload, keys.random()));
  }

  private void write(ByteBuffer frame) throws IOException {
    int size = frame.remaining();
    storage.write(segment, end, frame.duplicate());
    storage.force(segment);
    wear.wrote(size);
    chain = chain.followedBy(frame);
    end += size;
  }

  private void beginSegment() throws IOException {
    String next = JournalReader.segmentName(nextOrder);
    storage.create(next, new SegmentHeader(epoch, nextOrder, chain).encode());
    wear.wrote(SegmentHeader.SIZE);
    closedBytes += end;
    segment = next;
    end = SegmentHeader.SIZE;
    secured = reserved();
  }

  /** A disk that has no room for a whole segment may still have some for this entry. */
  private boolean reserved() {
    try {
      return storage.reserve(segment, SEGMENT_MAX);
    } catch (IOException e) {
      return false;
    }
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
