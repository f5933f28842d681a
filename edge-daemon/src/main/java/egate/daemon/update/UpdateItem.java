package egate.daemon.update;

import java.time.Instant;
import java.util.HexFormat;

/**
 * What a manifest says of one file.
 *
 * @param version 1..2,147,483,647; never goes back on a gate
 * @param issued when it was made
 * @param limit after this moment it is too old
 * @param length of the file, 1 byte or more
 * @param sha256 of the file, 64 hexadecimal digits
 */
public record UpdateItem(
    UpdateKind kind, int version, Instant issued, Instant limit, int length, String sha256) {

  public UpdateItem {
    if (version < 1 || length < 1 || !sha256.matches("[0-9a-f]{64}") || limit.isBefore(issued)) {
      throw new IllegalArgumentException("impossible " + kind + " of version " + version);
    }
  }

  boolean isOf(byte[] file) {
    return file.length == length && HexFormat.of().formatHex(Ed25519.sha256(file)).equals(sha256);
  }

  @Override
  public String toString() {
    return kind.label() + " version " + version;
  }
}
