package egate.emrtd;

import org.bouncycastle.crypto.digests.SHA1Digest;

/** The key derivation function of Doc 9303-11 section 9.7.1. */
public final class KeyDerivation {
  /** Counter for an encryption key. */
  public static final int ENCRYPTION = 1;

  /** Counter for a message authentication key. */
  public static final int AUTHENTICATION = 2;

  /** Counter for the key that encrypts PACE's nonce. */
  public static final int PASSWORD = 3;

  private KeyDerivation() {}

  /**
   * A two-key 3DES key of 16 bytes with odd parity.
   *
   * @param seed the shared secret, K_seed of BAC for example
   * @param counter {@link #ENCRYPTION} or {@link #AUTHENTICATION}
   */
  public static byte[] tripleDesKey(byte[] seed, int counter) {
    return SessionAlgorithm.TRIPLE_DES.key(seed, counter);
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
