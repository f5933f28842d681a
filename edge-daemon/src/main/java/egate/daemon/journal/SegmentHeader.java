package egate.daemon.journal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What a segment begins with: {@code "EGJ2" | epoch 16 bytes | first order u64 | chain 32 bytes |
 * crc32c u32}. With it each segment can be read and its place in the chain be checked alone.
 *
 * @param firstOrder order of the segment's first entry
 * @param chain the journal's chain in front of that entry
 */
record SegmentHeader(UUID epoch, long firstOrder, ChainHash chain) {
  static final int SIZE = 4 + 16 + 8 + ChainHash.SIZE + 4;

  private static final int MAGIC = 0x4547_4A32; // "EGJ2"
  private static final String PURPOSE = "egate journal";

  /** The header of a new store's first segment. */
  static SegmentHeader first(UUID epoch) {
    return new SegmentHeader(epoch, 1, ChainHash.begin(PURPOSE, epoch));
  }

  /** Whether the chain begins as that of a new store does; only the first entry's may. */
  boolean beginsStore() {
    return equals(first(epoch));
  }

  ByteBuffer encode() {
    ByteBuffer out = ByteBuffer.allocate(SIZE).putInt(MAGIC);
    out.putLong(epoch.getMostSignificantBits()).putLong(epoch.getLeastSignificantBits());
    out.putLong(firstOrder);
    chain.write(out);
    return out.putInt(checksum(out.array())).flip();
  }

  /** The header at the begin of a file, or null where none is intact. */
  static @Nullable SegmentHeader read(byte[] segment) {
    if (segment.length < SIZE) {
      return null;
    }
    byte[] header = Arrays.copyOf(segment, SIZE);
    ByteBuffer in = ByteBuffer.wrap(header);
    if (in.getInt(SIZE - 4) != checksum(header) || in.getInt() != MAGIC) {
      return null;
    }
    return new SegmentHeader(
        new UUID(in.getLong(), in.getLong()), in.getLong(), ChainHash.read(in));
  }

  private static int checksum(byte[] header) {
    CRC32C crc = new CRC32C();
    crc.update(header, 0, SIZE - 4);
    return (int) crc.getValue();
  }
}
