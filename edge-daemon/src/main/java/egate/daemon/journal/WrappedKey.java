package egate.daemon.journal;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.CRC32C;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * A data key as it lies in its file: {@code "EGK1" | id u32 | day i64 | from u64 | sealed key |
 * crc32c u32}. The checksum tells a file cut short from one that another master key wrapped.
 */
record WrappedKey(int id, long day, long from, ByteBuffer sealed) {
  private static final int MAGIC = 0x4547_4B31; // "EGK1"
  private static final int HEAD = 4 + 4 + 8 + 8;
  private static final int SIZE = HEAD + DataKey.SIZE + Sealing.OVERHEAD + 4;

  static String name(int id) {
    return String.format(Locale.ROOT, "%010d%s", id, SegmentSource.KEY);
  }

  /** Makes a fresh key's file. */
  static ByteBuffer wrap(DataKey key, SecretKey master, SecureRandom random) {
    ByteBuffer out = ByteBuffer.allocate(SIZE).putInt(MAGIC).putInt(key.id()).putLong(key.day());
    out.putLong(key.from());
    byte[] context = Arrays.copyOf(out.array(), HEAD);
    byte[] secret = key.secret().getEncoded();
    try {
      out.put(Sealing.seal(master, context, ByteBuffer.wrap(secret), random));
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
    return out.putInt(checksum(out.array())).flip();
  }

  /** The key in the file, or null where the file was cut short while it was made. */
  static @Nullable WrappedKey read(byte[] file) {
    ByteBuffer in = ByteBuffer.wrap(file);
    if (file.length != SIZE || in.getInt(SIZE - 4) != checksum(file) || in.getInt() != MAGIC) {
      return null;
    }
    return new WrappedKey(
        in.getInt(), in.getLong(), in.getLong(), in.slice(HEAD, DataKey.SIZE + Sealing.OVERHEAD));
  }

  /**
   * The key itself.
   *
   * @throws MalformedEntryException when another master key wrapped it
   */
  DataKey unwrap(SecretKey master) throws MalformedEntryException {
    byte[] context =
        ByteBuffer.allocate(HEAD).putInt(MAGIC).putInt(id).putLong(day).putLong(from).array();
    ByteBuffer opened = Sealing.open(master, context, sealed);
    byte[] secret = new byte[opened.remaining()];
    opened.get(secret);
    try {
      return new DataKey(id, day, from, secret);
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  private static int checksum(byte[] file) {
    CRC32C crc = new CRC32C();
    crc.update(file, 0, SIZE - 4);
    return (int) crc.getValue();
  }
}
