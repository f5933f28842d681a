package egate.daemon.journal;

import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * One entry as it lies in a segment: {@code length u32 | crc32c u32 | order u64 | key u32 | text},
 * most significant byte first. The length counts what follows the order; the checksum covers all
 * but itself.
 *
 * <p>The text is sealed with the data key of that number. Key 0 stands for none: what an auditor
 * has to read is public.
 *
 * @param bytes the whole frame, over which the chain runs
 */
record Frame(long order, int key, int offset, ByteBuffer bytes) {
  static final int CLEAR = 0;
  static final int HEADER = 4 + 4 + 8 + 4;
  static final int TEXT_MAX = EntryCodec.PAYLOAD_MAX + Sealing.OVERHEAD;
  static final int SIZE_MAX = HEADER + TEXT_MAX;

  private static final int CRC_AT = 4;
  private static final int ORDER_AT = 8;
  private static final int KEY_AT = 16;

  static ByteBuffer encode(long order, int key, ByteBuffer text) {
    ByteBuffer out = ByteBuffer.allocate(HEADER + text.remaining());
    out.putInt(out.capacity() - KEY_AT).putInt(0).putLong(order).putInt(key).put(text.duplicate());
    out.putInt(CRC_AT, checksum(out.array(), 0, out.capacity()));
    return out.flip();
  }

  /** The frame that begins there, or null where none does whose checksum holds. */
  static @Nullable Frame at(byte[] segment, int offset) {
    if (segment.length - offset <= HEADER) {
      return null;
    }
    ByteBuffer in = ByteBuffer.wrap(segment);
    int size = in.getInt(offset) + KEY_AT;
    if (size <= HEADER || size > Math.min(SIZE_MAX, segment.length - offset)) {
      return null;
    }
    if (in.getInt(offset + CRC_AT) != checksum(segment, offset, size)) {
      return null;
    }
    return new Frame(
        in.getLong(offset + ORDER_AT), in.getInt(offset + KEY_AT), offset, in.slice(offset, size));
  }

  int size() {
    return bytes.capacity();
  }

  /** The offset behind it. */
  int end() {
    return offset + size();
  }

  /** What it holds, sealed or in clear. */
  ByteBuffer text() {
    return bytes.slice(HEADER, size() - HEADER);
  }

  /**
   * The entry's bytes, or null where the key that sealed them is not there.
   *
   * @throws MalformedEntryException when the seal is broken
   */
  @Nullable ByteBuffer open(KeyRing keys, UUID epoch) throws MalformedEntryException {
    if (key == CLEAR) {
      return text();
    }
    DataKey secret = keys.find(key);
    return secret == null
        ? null
        : Sealing.open(secret.secret(), Sealing.entryContext(epoch, order), text());
  }

  private static int checksum(byte[] bytes, int offset, int size) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, offset, CRC_AT);
    crc.update(bytes, offset + ORDER_AT, size - ORDER_AT);
    return (int) crc.getValue();
  }
}
