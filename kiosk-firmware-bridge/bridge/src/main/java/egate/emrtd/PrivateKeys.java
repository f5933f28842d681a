package egate.emrtd;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Private keys, drawn without a bias. */
final class PrivateKeys {
  private PrivateKeys() {}

  /**
   * From 1 to the order less one: drawn until one fits, which takes two draws at the most often.
   */
  static BigInteger within(BigInteger order, RandomGenerator random) {
    int bits = order.bitLength();
    byte[] bytes = new byte[(bits + 7) / 8];
    while (true) {
      random.nextBytes(bytes);
      bytes[0] &= (byte) (0xFF >> (8 * bytes.length - bits));
      BigInteger key = new BigInteger(1, bytes);
      if (key.signum() > 0 && key.compareTo(order) < 0) {
        Arrays.fill(bytes, (byte) 0);
        return key;
      }
    }
  }
}
