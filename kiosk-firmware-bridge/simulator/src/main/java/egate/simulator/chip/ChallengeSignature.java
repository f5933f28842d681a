package egate.simulator.chip;

import egate.simulator.document.ChipKeys.SigningKey;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.util.BigIntegers;

/** A chip's signature over a terminal's challenge. */
final class ChallengeSignature {
  private static final byte HEADER = 0x6A;
  private static final byte IMPLICIT_SHA_1 = (byte) 0xBC;
  private static final byte EXPLICIT = (byte) 0xCC;

  private ChallengeSignature() {}

  static byte[] of(SigningKey key, byte[] challenge, RandomGenerator random) {
    return switch (key.key()) {
      case RSAKeyParameters rsa -> iso9796(rsa, key.digest(), challenge, random);
      case ECPrivateKeyParameters ec -> ecdsa(ec, digest(key.digest(), challenge));
      default -> throw new IllegalArgumentException("a key of another kind");
    };
  }

  /**
   * ISO/IEC 9796-2, digital signature scheme 1 with partial message recovery: M1 is random and
   * fills what the hash and the trailer leave, M2 is the challenge.
   */
  private static byte[] iso9796(
      RSAKeyParameters key, String digest, byte[] challenge, RandomGenerator random) {
    byte[] trailer = trailer(digest);
    int bytes = (key.getModulus().bitLength() + 7) / 8;
    byte[] recoverable = new byte[bytes - 1 - digest(digest).length - trailer.length];
    random.nextBytes(recoverable);
    byte[] message =
        ByteBuffer.allocate(bytes)
            .put(HEADER)
            .put(recoverable)
            .put(digest(digest, recoverable, challenge))
            .put(trailer)
            .array();
    BigInteger signature = new BigInteger(1, message).modPow(key.getExponent(), key.getModulus());
    return BigIntegers.asUnsignedByteArray(bytes, signature);
  }

  private static byte[] trailer(String digest) {
    return switch (digest) {
      case "SHA-1" -> new byte[] {IMPLICIT_SHA_1};
      case "SHA-224" -> new byte[] {0x38, EXPLICIT};
      case "SHA-256" -> new byte[] {0x34, EXPLICIT};
      case "SHA-384" -> new byte[] {0x36, EXPLICIT};
      case "SHA-512" -> new byte[] {0x35, EXPLICIT};
      default -> throw new IllegalArgumentException(digest);
    };
  }

  /** Deterministic (RFC 6979), so that the same chip says the same again. */
  private static byte[] ecdsa(ECPrivateKeyParameters key, byte[] hash) {
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signer.init(true, key);
    BigInteger[] numbers = signer.generateSignature(hash);
    int bytes = (key.getParameters().getN().bitLength() + 7) / 8;
    byte[] signature = Arrays.copyOf(BigIntegers.asUnsignedByteArray(bytes, numbers[0]), 2 * bytes);
    byte[] second = BigIntegers.asUnsignedByteArray(bytes, numbers[1]);
    System.arraycopy(second, 0, signature, bytes, bytes);
    return signature;
  }

  private static byte[] digest(String algorithm, byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalArgumentException(algorithm, e);
    }
  }
}
