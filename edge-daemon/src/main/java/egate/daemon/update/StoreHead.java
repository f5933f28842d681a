package egate.daemon.update;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * What the daemon must know of a compiled trust store, read by its own code from the bytes and not
 * from what anybody says of it: version, date, and whether the anchors are the same. The bridge
 * alone reads the rest.
 *
 * @param version of the trust data
 * @param compiledAt the wall clock cannot be before it
 * @param anchors SHA-256 over the certificates, 64 hexadecimal digits
 * @param clocks how old each list is that it was compiled from
 */
public record StoreHead(int version, Instant compiledAt, String anchors, List<DataClock> clocks) {
  private static final int BYTES_MAX = 64 * 1024 * 1024;
  private static final int MAGIC = 0x45475453;
  private static final int FORMAT = 2;
  private static final int PARTS = 9;
  private static final int HEADER_BYTES = 24 + PARTS * Integer.BYTES;
  private static final int DIGEST_BYTES = 32;

  /** Of the nine parts, those that are read here; see the bridge's StorePart. */
  private static final int ANCHORS = 1;

  private static final int REVOCATION_LISTS = 4;
  private static final int LISTS = 8;

  /** A row of the revocation lists: the issuer's key before the clock, a number behind it. */
  private static final int ISSUER_BYTES = 16;

  private static final byte[] PURPOSE = "egate trust store\0".getBytes(StandardCharsets.US_ASCII);

  /**
   * Reads an installed store.
   *
   * @param key under which it must be signed, or empty text where none is asked for
   */
  public static StoreHead read(Path store, String key) throws UpdateException {
    try {
      if (Files.size(store) > BYTES_MAX) {
        throw new UpdateException("too large for a trust store");
      }
      return parse(Files.readAllBytes(store), key);
    } catch (UpdateException e) {
      throw new UpdateException(store + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UpdateException(store + ": trust store cannot be read", e);
    }
  }

  static StoreHead parse(byte[] store, String key) throws UpdateException {
    ByteBuffer in = ByteBuffer.wrap(store);
    if (store.length < HEADER_BYTES + DIGEST_BYTES
        || in.getInt() != MAGIC
        || in.getInt() != FORMAT) {
      throw new UpdateException("is no trust store");
    }
    int version = in.getInt();
    long compiledAt = in.getLong();
    int signatureBytes = in.getInt();
    int covered = store.length - DIGEST_BYTES - signatureBytes;
    boolean possible = signatureBytes == 0 || signatureBytes == Ed25519.SIGNATURE_BYTES;
    if (!possible || covered < HEADER_BYTES || version < 0) {
      throw new UpdateException("is no whole trust store");
    }
    List<ByteBuffer> parts = parts(in, store, covered);
    requireWhole(store, covered, key);
    byte[] certificates = new byte[parts.get(ANCHORS).remaining()];
    parts.get(ANCHORS).get(certificates);
    StoreLists lists = new StoreLists();
    lists.read(parts.get(LISTS), 0, 0);
    lists.read(parts.get(REVOCATION_LISTS), ISSUER_BYTES, Integer.BYTES);
    return new StoreHead(
        version,
        Instant.ofEpochSecond(Math.clamp(compiledAt, 0, 253_402_300_799L)),
        HexFormat.of().formatHex(Ed25519.sha256(certificates)),
        lists.clocks());
  }

  /** Their lengths come first, then they themselves, without a gap. */
  private static List<ByteBuffer> parts(ByteBuffer lengths, byte[] store, int covered)
      throws UpdateException {
    List<ByteBuffer> parts = new ArrayList<>();
    int start = HEADER_BYTES;
    for (int part = 0; part < PARTS; part++) {
      int length = lengths.getInt();
      if (length < 0 || length > covered - start) {
        throw new UpdateException("is no whole trust store");
      }
      parts.add(ByteBuffer.wrap(store, start, length).slice());
      start += length;
    }
    if (start != covered) {
      throw new UpdateException("is no whole trust store");
    }
    return parts;
  }

  private static void requireWhole(byte[] store, int covered, String key) throws UpdateException {
    byte[] digest = Ed25519.sha256(Arrays.copyOf(store, covered));
    byte[] stated = Arrays.copyOfRange(store, covered, covered + DIGEST_BYTES);
    if (!Arrays.equals(digest, stated)) {
      throw new UpdateException("is a damaged trust store");
    }
    if (!key.isEmpty()) {
      byte[] signature = Arrays.copyOfRange(store, covered + DIGEST_BYTES, store.length);
      byte[] signed =
          ByteBuffer.allocate(PURPOSE.length + DIGEST_BYTES).put(PURPOSE).put(digest).array();
      if (!Ed25519.holds(key, signed, signature)) {
        throw new UpdateException("is a trust store that trust.key has not signed");
      }
    }
  }
}
