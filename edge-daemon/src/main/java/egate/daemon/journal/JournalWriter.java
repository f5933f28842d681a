package egate.daemon.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a journal's next entry is written with: the rules, the clock, the key of the day, the place
 * behind the last one. After a failure it must not be used again. Not for several threads at once.
 */
final class JournalWriter {
  private final KeyRing keys;
  private final Dating dating;
  private final Ledger ledger = new Ledger();
  private final Segments segments;
  private final EntrySealer sealer;
  private final int cutBytes;
  private long nextOrder = 1;
  private long checkpointOrder = 1;

  /**
   * Reads as much of the past as it needs, and takes off what a power cut left behind the last
   * entry, be it in the midst of a new segment.
   *
   * @throws IOException when that cannot be taken off
   */
  JournalWriter(JournalStorage storage, KeyRing keys, Supplier<ClockQuality> clock, UUID epochIfNew)
      throws JournalException, IOException {
    this.keys = keys;
    this.dating = new Dating(clock);
    JournalReader.Tail tail = new JournalReader(storage, keys).recover(ledger, dating);
    if (!tail.torn().isEmpty()) {
      storage.delete(tail.torn());
    }
    if (tail.segments().isEmpty()) {
      segments = new Segments(storage, epochIfNew);
      sealer = new EntrySealer(keys, storage, 0);
      cutBytes = 0;
    } else {
      SegmentScan last = tail.segments().getLast();
      segments = new Segments(storage, last);
      sealer = new EntrySealer(keys, storage, last.lastKey());
      nextOrder = last.nextOrder();
      checkpointOrder = tail.segments().getFirst().header().firstOrder();
      cutBytes = last.tailBytes();
    }
  }

  Segments segments() {
    return segments;
  }

  /** Bytes of an append cut short that were taken off. */
  int cutBytes() {
    return cutBytes;
  }

  /** Order of the last entry, zero before the first. */
  long lastOrder() {
    return nextOrder - 1;
  }

  /** All that the entries so far lead to, or null before the first. */
  @Nullable Standing standing() {
    return ledger.standing();
  }

  /** Why the entry may not come next, or null when it may. */
  @Nullable String objection(JournalEntry entry) {
    return ledger.objection(entry);
  }

  /** How far a wall time can be trusted now. */
  ClockQuality clockNow(long wallMillis) {
    return dating.judge(wallMillis);
  }

  /** The latest time on record that the kernel vouched for, or one before all clocks. */
  long latestTrusted() {
    return dating.latestTrusted();
  }

  /**
   * Makes an entry durable to which there is no objection, behind a checkpoint where one is due.
   *
   * @return its order
   */
  long append(JournalEntry entry) throws IOException {
    DataKey key = sealer.keyOf(entry, lastSequence());
    if (checkpointDue(key) && !(entry instanceof JournalEntry.Checkpoint)) {
      checkpoint(entry.wallMillis(), key);
    }
    return write(entry, key);
  }

  /** Begins a new segment, which a checkpoint opens. */
  void rollOver(long wallMillis) throws IOException {
    DataKey key = Objects.requireNonNull(keys.newest(), "an open journal has a key");
    segments.begin(nextOrder);
    checkpoint(wallMillis, key);
  }

  private long lastSequence() {
    Recovery past = ledger.recovery();
    return past == null ? 0 : past.lastSequence();
  }

  /** With the first entry under a key, for all before it may be shredded; and now and then. */
  private boolean checkpointDue(DataKey key) {
    return ledger.standing() != null
        && (sealer.begins(key) || nextOrder - checkpointOrder >= Journal.CHECKPOINT_EVERY);
  }

  private void checkpoint(long wallMillis, DataKey key) throws IOException {
    checkpointOrder = nextOrder;
    Standing now = Objects.requireNonNull(standing(), "there is a start to look back to");
    write(new JournalEntry.Checkpoint(wallMillis, now), key);
  }

  private long write(JournalEntry entry, DataKey key) throws IOException {
    ClockQuality quality = dating.judge(entry.wallMillis());
    ByteBuffer payload = EntryCodec.encode(quality, entry);
    if (!segments.fits(Frame.HEADER + Sealing.OVERHEAD + payload.remaining())) {
      segments.begin(nextOrder);
      if (ledger.standing() != null && !(entry instanceof JournalEntry.Checkpoint)) {
        checkpoint(entry.wallMillis(), key);
      }
    }
    segments.append(sealer.frame(segments.epoch(), nextOrder, entry, key, payload));
    dating.noted(quality, entry.wallMillis());
    ledger.take(entry);
    return nextOrder++;
  }
}
