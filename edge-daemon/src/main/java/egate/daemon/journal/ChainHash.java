package egate.daemon.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One link of a chain: the SHA-256 of the link before it and of what was added. Whoever holds the
 * last link can tell whether anything before it was changed, removed or moved.
 */
public final class ChainHash {
  static final int SIZE = 32;

  private final byte[] bytes;

  private ChainHash(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Where a chain begins. */
  static ChainHash begin(String purpose, UUID epoch) {
    return new ChainHash(
        sha256().digest((purpose + " " + epoch).getBytes(StandardCharsets.US_ASCII)));
  }

  static ChainHash read(ByteBuffer in) {
    byte[] bytes = new byte[SIZE];
    in.get(bytes);
    return new ChainHash(bytes);
  }

  static ChainHash of(byte[] bytes) {
    return read(ByteBuffer.wrap(bytes));
  }

  /**
   * Reads 64 hexadecimal digits.
   *
   * @throws IllegalArgumentException when they are something else
   */
  public static ChainHash parse(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    if (bytes.length != SIZE) {
      throw new IllegalArgumentException("a chain hash has 64 hexadecimal digits");
    }
    return new ChainHash(bytes);
  }

  /** The link behind this one, over all remaining bytes, which stay unread. */
  public ChainHash followedBy(ByteBuffer added) {
    MessageDigest digest = sha256();
    digest.update(bytes);
    digest.update(added.duplicate());
    return new ChainHash(digest.digest());
  }

  byte[] bytes() {
    return bytes.clone();
  }

  void write(ByteBuffer out) {
    out.put(bytes);
  }

  /** 64 hexadecimal digits. */
  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ChainHash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return hex();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
