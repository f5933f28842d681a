package egate.inspection;

import java.io.IOException;
import java.util.function.Supplier;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA224Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;

/** The digests that documents use (Doc 9303-12 section 4.4; SHA-1 in old ones). */
@SuppressWarnings("ImmutableEnumChecker") // object identifiers and constructors do not change
public enum DigestAlgorithm {
  SHA_1("1.3.14.3.2.26", SHA1Digest::new),
  SHA_224("2.16.840.1.101.3.4.2.4", SHA224Digest::new),
  SHA_256("2.16.840.1.101.3.4.2.1", SHA256Digest::new),
  SHA_384("2.16.840.1.101.3.4.2.2", SHA384Digest::new),
  SHA_512("2.16.840.1.101.3.4.2.3", SHA512Digest::new);

  private final ASN1ObjectIdentifier oid;
  private final Supplier<Digest> digest;

  DigestAlgorithm(String oid, Supplier<Digest> digest) {
    this.oid = new ASN1ObjectIdentifier(oid);
    this.digest = digest;
  }

  /** By its object identifier. */
  public static DigestAlgorithm of(ASN1ObjectIdentifier oid) throws UnsupportedAlgorithmException {
    for (DigestAlgorithm algorithm : values()) {
      if (algorithm.oid.equals(oid)) {
        return algorithm;
      }
    }
    throw new UnsupportedAlgorithmException("digest " + oid);
  }

  /** From an object identifier in DER. */
  static DigestAlgorithm of(byte[] oid) throws UnsupportedAlgorithmException {
    try {
      return of(ASN1ObjectIdentifier.getInstance(ASN1Primitive.fromByteArray(oid)));
    } catch (IOException | IllegalArgumentException e) {
      throw new UnsupportedAlgorithmException("digest without a proper name");
    }
  }

  Digest start() {
    return digest.get();
  }

  /** The digest of these bytes. */
  public byte[] hash(byte[] data) {
    Digest started = start();
    started.update(data, 0, data.length);
    byte[] hash = new byte[started.getDigestSize()];
    started.doFinal(hash, 0);
    return hash;
  }
}
