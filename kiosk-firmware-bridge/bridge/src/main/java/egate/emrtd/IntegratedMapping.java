package egate.emrtd;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;

/** The pseudo-random function R of integrated mapping (Doc 9303-11 section 4.4.3.3.2). */
final class IntegratedMapping {
  /** c0 and c1 where nonces have 128 bits. */
  private static final byte[] SHORT_0 = hex("a668892a7c41e3ca739f40b057d85904");

  private static final byte[] SHORT_1 = hex("a4e136ac725f738b01c1f60217c188ad");

  /** c0 and c1 where nonces have 256 bits. */
  private static final byte[] LONG_0 =
      hex("d463d65234124ef7897054986dca0a174e28df758cbaa03f240616414d5a1676");

  private static final byte[] LONG_1 =
      hex("54bd7255f0aaf831bec3423fcf39d69b6cbf066677d0faae5aadd99df8e53517");

  /** Bits beyond the prime's, so that the rest modulo it is as good as even. */
  private static final int EXCESS_BITS = 64;

  private IntegratedMapping() {}

  /**
   * @param nonce of the chip, 16 bytes, or 32 for AES with more than 128 bits
   * @param terminalNonce as long as a key
   * @param prime of the field
   */
  static BigInteger fieldElement(
      SessionAlgorithm algorithm, byte[] nonce, byte[] terminalNonce, BigInteger prime) {
    boolean twice = algorithm.keyBytes() > 16;
    byte[] key = algorithm.cbc(true, terminalNonce, nonce);
    ByteArrayOutputStream element = new ByteArrayOutputStream();
    while (8 * element.size() < prime.bitLength() + EXCESS_BITS) {
      byte[] cut = Arrays.copyOf(key, algorithm.keyBytes());
      element.writeBytes(algorithm.cbc(true, cut, twice ? LONG_1 : SHORT_1));
      key = algorithm.cbc(true, cut, twice ? LONG_0 : SHORT_0);
    }
    return new BigInteger(1, element.toByteArray()).mod(prime);
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }
}
