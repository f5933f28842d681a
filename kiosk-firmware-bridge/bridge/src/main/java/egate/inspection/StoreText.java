package egate.inspection;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what varies in length in a trust store, and refuses what cannot be. */
final class StoreText {
  private static final int LISTS_MAX = 4_096;

  /** The year 9999's end, in seconds: dates in certificates cannot be later. */
  private static final long TIME_MAX = 253_402_300_799L;

  private StoreText() {}

  static ByteBuffer part(Map<StorePart, ByteBuffer> parts, StorePart part)
      throws TrustStoreCorruptException {
    ByteBuffer bytes = parts.get(part);
    if (bytes == null) {
      throw new TrustStoreCorruptException("trust store without its " + part);
    }
    return bytes;
  }

  static String text(ByteBuffer in) {
    byte[] bytes = new byte[Byte.toUnsignedInt(in.get())];
    in.get(bytes);
    return new String(bytes, StandardCharsets.US_ASCII);
  }

  static StoreKey key(ByteBuffer in) {
    return new StoreKey(in.getLong(), in.getLong());
  }

  static long requireTime(long seconds) throws TrustStoreCorruptException {
    if (seconds < 0 || seconds > TIME_MAX) {
      throw new TrustStoreCorruptException("trust store with an impossible time");
    }
    return seconds;
  }

  /** For times that are too many to be checked when a store is opened. */
  static Instant instant(long seconds) {
    return Instant.ofEpochSecond(Math.clamp(seconds, 0, TIME_MAX));
  }

  static List<TrustList> lists(ByteBuffer part) throws TrustStoreCorruptException {
    ByteBuffer in = part.duplicate();
    List<TrustList> lists = new ArrayList<>();
    try {
      while (in.hasRemaining() && lists.size() < LISTS_MAX) {
        lists.add(list(in));
      }
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new TrustStoreCorruptException("trust store with a malformed list of its lists");
    }
    if (in.hasRemaining()) {
      throw new TrustStoreCorruptException("trust store of more than " + LISTS_MAX + " lists");
    }
    return List.copyOf(lists);
  }

  private static String publisher(ByteBuffer in) {
    byte[] letters = new byte[2];
    in.get(letters);
    return new String(letters, StandardCharsets.US_ASCII);
  }

  static TrustList list(ByteBuffer in) throws TrustStoreCorruptException {
    Optional<TrustList.Kind> kind = TrustList.Kind.of(in.get());
    if (kind.isEmpty()) {
      throw new TrustStoreCorruptException("trust store with a list of an unknown kind");
    }
    return new TrustList(
        kind.get(),
        publisher(in),
        Instant.ofEpochSecond(requireTime(in.getLong())),
        Instant.ofEpochSecond(requireTime(in.getLong())),
        in.getInt());
  }
}
