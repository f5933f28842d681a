package egate.inspection;

import egate.emrtd.EmrtdCertificate;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.crypto.Digest;

/**
 * The bytes of a trust store: "EGTS", format 2, version, when it was compiled, whether it is
 * signed, the length of each {@link StorePart}, the parts, the SHA-256 of all before it, and the
 * signature. Numbers have their most significant byte first.
 *
 * <p>The digest finds damage; against malice there is the signature alone.
 */
final class TrustStoreFormat {
  /** A world's CSCAs take about 1 MB, its deviations 3 MB. */
  static final int FILE_BYTES_MAX = 64 * 1024 * 1024;

  static final int ANCHORS_MAX = 8_192;

  private static final int MAGIC = 0x45475453;
  private static final int FORMAT = 2;
  private static final int HEADER_BYTES =
      4 * Integer.BYTES + Long.BYTES + StorePart.values().length * Integer.BYTES;
  private static final int DIGEST_BYTES = 32;
  private static final int PIECE_BYTES = 64 * 1024;

  private TrustStoreFormat() {}

  static byte[] encode(
      TrustData data, List<EmrtdCertificate> anchors, Optional<StoreSigner> signer) {
    if (data.version() < 0 || anchors.size() > ANCHORS_MAX) {
      throw new IllegalArgumentException(
          "trust store of version " + data.version() + " with " + anchors.size() + " certificates");
    }
    Map<StorePart, byte[]> parts = TrustStoreWriter.parts(data, anchors);
    int covered = HEADER_BYTES + parts.values().stream().mapToInt(p -> p.length).sum();
    int signatureBytes = signer.isPresent() ? StoreSigner.SIGNATURE_BYTES : 0;
    ByteBuffer out = ByteBuffer.allocate(covered + DIGEST_BYTES + signatureBytes);
    out.putInt(MAGIC).putInt(FORMAT).putInt(data.version());
    out.putLong(data.compiledAt().getEpochSecond()).putInt(signatureBytes);
    parts.values().forEach(part -> out.putInt(part.length));
    parts.values().forEach(out::put);
    byte[] digest = digest(out.duplicate().flip());
    out.put(digest);
    signer.ifPresent(s -> out.put(s.sign(digest)));
    return out.array();
  }

  /**
   * A store over these bytes, which must not change while it is used.
   *
   * @param key under which it must be signed, or empty where a signature is not asked for
   */
  static TrustStore decode(ByteBuffer file, Optional<StoreVerifier> key)
      throws TrustStoreCorruptException {
    ByteBuffer in = file.duplicate().clear();
    if (in.limit() < HEADER_BYTES + DIGEST_BYTES || in.getInt() != MAGIC) {
      throw new TrustStoreCorruptException("not a trust store");
    }
    int format = in.getInt();
    if (format != FORMAT) {
      throw new TrustStoreCorruptException("trust store of unknown format " + format);
    }
    int version = in.getInt();
    long compiledAt = in.getLong();
    int signatureBytes = in.getInt();
    if (version < 0 || (signatureBytes != 0 && signatureBytes != StoreSigner.SIGNATURE_BYTES)) {
      throw new TrustStoreCorruptException("trust store of an impossible version or signature");
    }
    int covered = in.limit() - DIGEST_BYTES - signatureBytes;
    byte[] digest = requireDigest(file, covered);
    if (key.isPresent()) {
      requireSignature(file, covered + DIGEST_BYTES, signatureBytes, digest, key.get());
    }
    return new TrustStore(version, compiledAt, parts(file, in, covered));
  }

  private static byte[] requireDigest(ByteBuffer file, int covered)
      throws TrustStoreCorruptException {
    if (covered < HEADER_BYTES) {
      throw new TrustStoreCorruptException("trust store is cut off");
    }
    byte[] digest = digest(file.slice(0, covered));
    if (!file.slice(covered, DIGEST_BYTES).equals(ByteBuffer.wrap(digest))) {
      throw new TrustStoreCorruptException("trust store is damaged: its digest differs");
    }
    return digest;
  }

  private static void requireSignature(
      ByteBuffer file, int at, int length, byte[] digest, StoreVerifier key)
      throws TrustStoreCorruptException {
    byte[] signature = new byte[length];
    file.get(at, signature);
    if (length == 0) {
      throw new TrustStoreCorruptException("trust store is not signed");
    }
    if (!key.holds(digest, signature)) {
      throw new TrustStoreCorruptException("trust store is signed with another key");
    }
  }

  private static Map<StorePart, ByteBuffer> parts(ByteBuffer file, ByteBuffer lengths, int covered)
      throws TrustStoreCorruptException {
    Map<StorePart, ByteBuffer> parts = new EnumMap<>(StorePart.class);
    int at = HEADER_BYTES;
    for (StorePart part : StorePart.values()) {
      int length = lengths.getInt();
      if (length < 0 || length > covered - at) {
        throw new TrustStoreCorruptException("trust store ends inside its " + part);
      }
      parts.put(part, file.slice(at, length));
      at += length;
    }
    if (at != covered) {
      throw new TrustStoreCorruptException("trust store has bytes after its last part");
    }
    return parts;
  }

  private static byte[] digest(ByteBuffer bytes) {
    Digest started = DigestAlgorithm.SHA_256.start();
    byte[] piece = new byte[PIECE_BYTES];
    while (bytes.hasRemaining()) {
      int length = Math.min(piece.length, bytes.remaining());
      bytes.get(piece, 0, length);
      started.update(piece, 0, length);
    }
    byte[] digest = new byte[DIGEST_BYTES];
    started.doFinal(digest, 0);
    return digest;
  }
}
