package egate.daemon.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.UUID;

/** Seals entries, each under the key of its day. Not for several threads at once. */
final class EntrySealer {
  private final KeyRing keys;
  private final JournalStorage storage;
  private int lastKey;

  /**
   * @param lastKey number of the last key under which an entry was sealed, zero before the first
   */
  EntrySealer(KeyRing keys, JournalStorage storage, int lastKey) {
    this.keys = keys;
    this.storage = storage;
    this.lastKey = lastKey;
  }

  /**
   * The key of the entry's day. A clock that stands elsewhere than yesterday, however far, begins a
   * new one. A full disk does not stop the record here: then the old key serves on.
   *
   * @param sequence of the last result so far
   */
  DataKey keyOf(JournalEntry entry, long sequence) throws IOException {
    long day = DataKey.day(entry.wallMillis());
    DataKey newest = keys.newest();
    if (newest != null && (newest.day() == day || entry.isPublic())) {
      return newest;
    }
    try {
      return keys.make(day, sequence, storage);
    } catch (IOException e) {
      if (newest == null) {
        throw e;
      }
      return newest;
    }
  }

  /** Whether nothing was sealed under a key yet. */
  boolean begins(DataKey key) {
    return key.id() != lastKey;
  }

  /** The frame of an entry; an entry that is public stays in clear. */
  ByteBuffer frame(UUID epoch, long order, JournalEntry entry, DataKey key, ByteBuffer payload) {
    lastKey = key.id();
    if (entry.isPublic()) {
      return Frame.encode(order, Frame.CLEAR, payload);
    }
    byte[] context = Sealing.entryContext(epoch, order);
    return Frame.encode(
        order, key.id(), Sealing.seal(key.secret(), context, payload, keys.random()));
  }
}
