package egate.daemon.journal;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * The data keys, one a day, each wrapped under the master key in a file of its own. To destroy a
 * file is to shred all that was sealed with its key. From any thread.
 */
final class KeyRing {
  private final NavigableMap<Integer, DataKey> keys = new TreeMap<>();
  private final SecureRandom random = new SecureRandom();
  private final @Nullable SecretKey master;
  private int lastId;

  private KeyRing(@Nullable SecretKey master) {
    this.master = master;
  }

  /** No keys at all: for whoever may not read what is sealed. */
  static KeyRing empty() {
    return new KeyRing(null);
  }

  /**
   * Reads every key that is left.
   *
   * @throws JournalException when a key cannot be read, or the master key is another one
   */
  static KeyRing read(SegmentSource source, DatabaseKey master) throws JournalException {
    SecretKey wrapping = master.wrapping();
    KeyRing ring = new KeyRing(wrapping);
    try {
      for (String name : source.list(SegmentSource.KEY)) {
        ring.take(name, WrappedKey.read(source.read(name)), wrapping);
      }
      return ring;
    } catch (IOException e) {
      throw new JournalException("journal " + source.place() + " cannot be read: " + e, e);
    } catch (MalformedEntryException e) {
      throw new JournalException(
          "database key "
              + master.file()
              + " does not fit the journal in "
              + source.place()
              + ": restore the key that it was written with",
          e);
    }
  }

  /** The key of that number, or null where it was destroyed. */
  synchronized @Nullable DataKey find(int id) {
    return keys.get(id);
  }

  /** The key that was made last, or null before the first. */
  synchronized @Nullable DataKey newest() {
    return keys.isEmpty() ? null : keys.lastEntry().getValue();
  }

  /** The last key of a day, or the newest of all where that day has none. */
  synchronized DataKey ofDay(long day) {
    return keys.descendingMap().values().stream()
        .filter(key -> key.day() == day)
        .findFirst()
        .orElseGet(() -> keys.lastEntry().getValue());
  }

  /** Keys that sealed no result behind a sequence and will seal nothing more, oldest first. */
  synchronized List<DataKey> spentBy(long sequence) {
    List<DataKey> spent = new ArrayList<>();
    for (DataKey key : keys.values()) {
      var after = keys.higherEntry(key.id());
      if (after != null && after.getValue().from() <= sequence) {
        spent.add(key);
      }
    }
    return spent;
  }

  /**
   * Makes the next key; it is on the disk when this returns.
   *
   * @param from sequence of the last result so far
   */
  synchronized DataKey make(long day, long from, JournalStorage storage) throws IOException {
    SecretKey wrapping = Objects.requireNonNull(master, "an empty ring makes no keys");
    byte[] secret = new byte[DataKey.SIZE];
    random.nextBytes(secret);
    DataKey key = new DataKey(++lastId, day, from, secret);
    Arrays.fill(secret, (byte) 0);
    storage.create(WrappedKey.name(key.id()), WrappedKey.wrap(key, wrapping, random));
    keys.put(key.id(), key);
    return key;
  }

  /** Destroys a key and with it whatever it sealed. */
  synchronized void destroy(int id, JournalStorage storage) throws IOException {
    storage.delete(WrappedKey.name(id));
    keys.remove(id);
  }

  SecureRandom random() {
    return random;
  }

  /** A file that was cut short while it was made never sealed anything. */
  private void take(String name, @Nullable WrappedKey wrapped, SecretKey wrapping)
      throws MalformedEntryException {
    lastId = Math.max(lastId, number(name));
    if (wrapped != null) {
      keys.put(wrapped.id(), wrapped.unwrap(wrapping));
    }
  }

  private static int number(String name) {
    try {
      return Integer.parseInt(name.substring(0, name.length() - SegmentSource.KEY.length()));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
