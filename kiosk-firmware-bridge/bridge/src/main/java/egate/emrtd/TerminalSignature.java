package egate.emrtd;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/** How the keys of CV certificates sign (BSI TR-03110-3 section A.7.3, id-TA). */
public enum TerminalSignature {
  RSA_V1_5_SHA_1(Kind.RSA_V1_5, "SHA-1", 1),
  RSA_V1_5_SHA_256(Kind.RSA_V1_5, "SHA-256", 2),
  RSA_PSS_SHA_1(Kind.RSA_PSS, "SHA-1", 3),
  RSA_PSS_SHA_256(Kind.RSA_PSS, "SHA-256", 4),
  RSA_V1_5_SHA_512(Kind.RSA_V1_5, "SHA-512", 5),
  RSA_PSS_SHA_512(Kind.RSA_PSS, "SHA-512", 6),
  ECDSA_SHA_1(Kind.ECDSA, "SHA-1", 1),
  ECDSA_SHA_224(Kind.ECDSA, "SHA-224", 2),
  ECDSA_SHA_256(Kind.ECDSA, "SHA-256", 3),
  ECDSA_SHA_384(Kind.ECDSA, "SHA-384", 4),
  ECDSA_SHA_512(Kind.ECDSA, "SHA-512", 5);

  /** id-TA of bsi-de's smart card protocols, and below it id-TA-RSA and id-TA-ECDSA. */
  private static final int TERMINAL_AUTHENTICATION = 2;

  /** What is done with the hash. */
  public enum Kind {
    RSA_V1_5,
    /** The mask by the same digest, the salt as long as the hash. */
    RSA_PSS,
    /** Both numbers side by side, each as long as the group's order (BSI TR-03111). */
    ECDSA;

    public boolean isRsa() {
      return this != ECDSA;
    }
  }

  private final Kind kind;
  private final String digest;
  private final int number;

  TerminalSignature(Kind kind, String digest, int number) {
    this.kind = kind;
    this.digest = digest;
    this.number = number;
  }

  /** The scheme with this object identifier's value. */
  static Optional<TerminalSignature> of(byte[] oid) {
    return Arrays.stream(values()).filter(s -> Arrays.equals(s.oid(), oid)).findFirst();
  }

  public Kind kind() {
    return kind;
  }

  /** As {@code java.security} names it. */
  public String digest() {
    return digest;
  }

  /** The value of its object identifier. */
  public byte[] oid() {
    return BsiOid.of(TERMINAL_AUTHENTICATION, kind.isRsa() ? 1 : 2, number);
  }

  /** The hash that is signed. */
  public byte[] hash(byte[] message) {
    try {
      return MessageDigest.getInstance(digest).digest(message);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + digest, e);
    }
  }
}
