package egate.inspection;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.Arrays;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.util.BigIntegers;

/**
 * ISO/IEC 9796-2, digital signature scheme 1 with partial message recovery, as active
 * authentication uses it with RSA (Doc 9303-11 section 6.1.2.2): 6A, a message part that the chip
 * chose, a hash over it and the challenge, and a trailer that names the hash.
 */
final class Iso9796Signature {
  private static final byte HEADER = 0x6A;
  private static final int IMPLICIT_TRAILER = 0xBC;
  private static final int EXPLICIT_TRAILER = 0xCC;

  private Iso9796Signature() {}

  static boolean holds(RSAKeyParameters key, byte[] challenge, byte[] signature)
      throws UnsupportedAlgorithmException {
    BigInteger modulus = key.getModulus();
    BigInteger number = new BigInteger(1, signature);
    int bytes = (modulus.bitLength() + 7) / 8;
    if (signature.length != bytes || number.compareTo(modulus) >= 0) {
      return false;
    }
    BigInteger opened = number.modPow(key.getExponent(), modulus);
    // The signer may have taken the smaller of a number and its negative; the last four bits tell.
    boolean negative = (opened.intValue() & 0xF) != 0xC;
    BigInteger message = negative ? modulus.subtract(opened) : opened;
    return matches(BigIntegers.asUnsignedByteArray(bytes, message), challenge);
  }

  private static boolean matches(byte[] message, byte[] challenge)
      throws UnsupportedAlgorithmException {
    int last = Byte.toUnsignedInt(message[message.length - 1]);
    if (message[0] != HEADER || (last != IMPLICIT_TRAILER && last != EXPLICIT_TRAILER)) {
      return false;
    }
    boolean explicit = last == EXPLICIT_TRAILER;
    DigestAlgorithm digest = explicit ? named(message[message.length - 2]) : DigestAlgorithm.SHA_1;
    int hashEnd = message.length - (explicit ? 2 : 1);
    int hashStart = hashEnd - digest.start().getDigestSize();
    if (hashStart < 1) {
      return false;
    }
    byte[] signed = Arrays.copyOfRange(message, 1, hashStart + challenge.length);
    System.arraycopy(challenge, 0, signed, hashStart - 1, challenge.length);
    byte[] hash = Arrays.copyOfRange(message, hashStart, hashEnd);
    return MessageDigest.isEqual(digest.hash(signed), hash);
  }

  /** Hash identifiers of ISO/IEC 10118. */
  private static DigestAlgorithm named(byte identifier) throws UnsupportedAlgorithmException {
    return switch (identifier) {
      case 0x33 -> DigestAlgorithm.SHA_1;
      case 0x34 -> DigestAlgorithm.SHA_256;
      case 0x35 -> DigestAlgorithm.SHA_512;
      case 0x36 -> DigestAlgorithm.SHA_384;
      case 0x38 -> DigestAlgorithm.SHA_224;
      default -> throw new UnsupportedAlgorithmException("hash of a signature's trailer");
    };
  }
}
