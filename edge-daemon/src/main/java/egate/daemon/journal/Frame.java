package egate.daemon.journal;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * One entry as it lies in a segment: {@code length u32 | crc32c u32 | order u64 | payload}, most
 * significant byte first. The length counts the payload; the checksum covers length, order and
 * payload.
 */
record Frame(long order, int offset, int size, ByteBuffer payload) {
  static final int HEADER = 16;
  static final int SIZE_MAX = HEADER + EntryCodec.PAYLOAD_MAX;

  private static final int CRC_AT = 4;
  private static final int ORDER_AT = 8;

  static ByteBuffer encode(long order, ByteBuffer payload) {
    ByteBuffer out = ByteBuffer.allocate(HEADER + payload.remaining());
    out.putInt(payload.remaining()).putInt(0).putLong(order).put(payload.duplicate());
    out.putInt(CRC_AT, checksum(out.array(), 0, out.capacity()));
    return out.flip();
  }

  /** The frame that begins there, or null where none does whose checksum holds. */
  static @Nullable Frame at(byte[] segment, int offset) {
    if (segment.length - offset <= HEADER) {
      return null;
    }
    ByteBuffer in = ByteBuffer.wrap(segment);
    int length = in.getInt(offset);
    if (length < 1 || length > Math.min(EntryCodec.PAYLOAD_MAX, segment.length - offset - HEADER)) {
      return null;
    }
    int size = HEADER + length;
    if (in.getInt(offset + CRC_AT) != checksum(segment, offset, size)) {
      return null;
    }
    return new Frame(
        in.getLong(offset + ORDER_AT), offset, size, in.slice(offset + HEADER, length));
  }

  /** The offset behind it. */
  int end() {
    return offset + size;
  }

  private static int checksum(byte[] bytes, int offset, int size) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, offset, CRC_AT);
    crc.update(bytes, offset + ORDER_AT, size - ORDER_AT);
    return (int) crc.getValue();
  }
}
