package egate.emrtd;

import java.util.Arrays;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.params.DESParameters;

/** The key derivation function of Doc 9303-11 section 9.7.1. */
public final class KeyDerivation {
  /** Counter for an encryption key. */
  public static final int ENCRYPTION = 1;

  /** Counter for a message authentication key. */
  public static final int AUTHENTICATION = 2;

  private static final int KEY_BYTES = 16;

  private KeyDerivation() {}

  /**
   * A two-key 3DES key of 16 bytes with odd parity.
   *
   * @param seed the shared secret, K_seed of BAC for example
   * @param counter {@link #ENCRYPTION} or {@link #AUTHENTICATION}
   */
  public static byte[] tripleDesKey(byte[] seed, int counter) {
    byte[] key = Arrays.copyOf(sha1(seed, new byte[] {0, 0, 0, (byte) counter}), KEY_BYTES);
    DESParameters.setOddParity(key);
    return key;
  }

  static byte[] sha1(byte[]... parts) {
    SHA1Digest digest = new SHA1Digest();
    for (byte[] part : parts) {
      digest.update(part, 0, part.length);
    }
    byte[] hash = new byte[digest.getDigestSize()];
    digest.doFinal(hash, 0);
    return hash;
  }
}
