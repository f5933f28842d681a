package egate.inspection;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The bytes of a trust store: "EGTS", format 1, version, count, then each certificate's length and
 * DER, and the SHA-256 of all before it. Numbers have four bytes, the most significant first.
 *
 * <p>The digest finds damage, not malice: whoever can write the file can make it fit.
 */
final class TrustStoreFormat {
  /** A world's CSCAs take about 1 MB. */
  static final int FILE_BYTES_MAX = 16 * 1024 * 1024;

  private static final int MAGIC = 0x45475453;
  private static final int FORMAT = 1;
  private static final int HEADER_BYTES = 16;
  private static final int DIGEST_BYTES = 32;
  private static final int CERTIFICATES_MAX = 8_192;
  private static final int CERTIFICATE_BYTES_MAX = 16_384;

  private TrustStoreFormat() {}

  static byte[] encode(int version, List<byte[]> certificates) {
    if (version < 0 || certificates.size() > CERTIFICATES_MAX) {
      throw new IllegalArgumentException(
          "trust store of version " + version + " with " + certificates.size() + " certificates");
    }
    int size = HEADER_BYTES;
    for (byte[] certificate : certificates) {
      size += Integer.BYTES + certificate.length;
    }
    ByteBuffer out = ByteBuffer.allocate(size + DIGEST_BYTES);
    out.putInt(MAGIC).putInt(FORMAT).putInt(version).putInt(certificates.size());
    for (byte[] certificate : certificates) {
      out.putInt(certificate.length).put(certificate);
    }
    return out.put(DigestAlgorithm.SHA_256.hash(Arrays.copyOf(out.array(), size))).array();
  }

  static TrustStore decode(byte[] file) throws TrustStoreCorruptException {
    ByteBuffer in = ByteBuffer.wrap(file);
    if (file.length < HEADER_BYTES + DIGEST_BYTES || in.getInt() != MAGIC) {
      throw new TrustStoreCorruptException("not a trust store");
    }
    int format = in.getInt();
    if (format != FORMAT) {
      throw new TrustStoreCorruptException("trust store of unknown format " + format);
    }
    byte[] covered = Arrays.copyOf(file, file.length - DIGEST_BYTES);
    byte[] digest = Arrays.copyOfRange(file, covered.length, file.length);
    if (!Arrays.equals(DigestAlgorithm.SHA_256.hash(covered), digest)) {
      throw new TrustStoreCorruptException("trust store is damaged: its digest differs");
    }
    in.limit(covered.length);
    int version = in.getInt();
    if (version < 0) {
      throw new TrustStoreCorruptException("trust store of an impossible version");
    }
    return TrustStore.of(version, certificates(in));
  }

  private static List<byte[]> certificates(ByteBuffer in) throws TrustStoreCorruptException {
    int count = in.getInt();
    if (count < 0 || count > CERTIFICATES_MAX) {
      throw new TrustStoreCorruptException("trust store of an impossible count");
    }
    List<byte[]> certificates = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      certificates.add(certificate(in));
    }
    if (in.hasRemaining()) {
      throw new TrustStoreCorruptException("trust store has bytes after its last certificate");
    }
    return certificates;
  }

  private static byte[] certificate(ByteBuffer in) throws TrustStoreCorruptException {
    int length = in.remaining() < Integer.BYTES ? -1 : in.getInt();
    if (length < 1 || length > Math.min(CERTIFICATE_BYTES_MAX, in.remaining())) {
      throw new TrustStoreCorruptException("trust store ends inside a certificate");
    }
    byte[] certificate = new byte[length];
    in.get(certificate);
    return certificate;
  }
}
