package egate.emrtd;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.modes.CBCModeCipher;
import org.bouncycastle.crypto.params.DESParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/** The ciphers that protocols agree on, and the keys that grow for them (Doc 9303-11 9.7.1). */
public enum SessionAlgorithm {
  /** Two-key 3DES in CBC mode, retail MAC. */
  TRIPLE_DES(1, 16, 8, 112),
  /** AES in CBC mode, CMAC. */
  AES_128(2, 16, 16, 128),
  AES_192(3, 24, 16, 192),
  AES_256(4, 32, 16, 256);

  private final int arc;
  private final int keyBytes;
  private final int blockBytes;
  private final int strengthBits;

  SessionAlgorithm(int arc, int keyBytes, int blockBytes, int strengthBits) {
    this.arc = arc;
    this.keyBytes = keyBytes;
    this.blockBytes = blockBytes;
    this.strengthBits = strengthBits;
  }

  /** By the last arc of PACE's and chip authentication's object identifiers. */
  static Optional<SessionAlgorithm> of(int arc) {
    for (SessionAlgorithm algorithm : values()) {
      if (algorithm.arc == arc) {
        return Optional.of(algorithm);
      }
    }
    return Optional.empty();
  }

  int arc() {
    return arc;
  }

  public int keyBytes() {
    return keyBytes;
  }

  int blockBytes() {
    return blockBytes;
  }

  /** Bits of security that it promises. */
  int strengthBits() {
    return strengthBits;
  }

  /**
   * The key of this length that a secret gives.
   *
   * @param counter {@link KeyDerivation#ENCRYPTION} or one of its neighbours
   */
  public byte[] key(byte[] secret, int counter) {
    byte[] suffix = {0, 0, 0, (byte) counter};
    byte[] hash = keyBytes > 16 ? sha256(secret, suffix) : KeyDerivation.sha1(secret, suffix);
    byte[] key = Arrays.copyOf(hash, keyBytes);
    Arrays.fill(hash, (byte) 0);
    if (this == TRIPLE_DES) {
      DESParameters.setOddParity(key);
    }
    return key;
  }

  /** The pair of session keys that a shared secret gives. */
  public SessionCipher derive(byte[] secret) {
    return this == TRIPLE_DES ? TripleDesCipher.derive(secret) : AesCipher.derive(this, secret);
  }

  /** The send sequence counter with which PACE and chip authentication begin: zeros. */
  public SendSequenceCounter counter() {
    return new SendSequenceCounter(new byte[blockBytes]);
  }

  /**
   * Whole blocks in CBC mode with a zero initial vector.
   *
   * @param key {@link #keyBytes} long
   */
  public byte[] cbc(boolean encrypt, byte[] key, byte[] blocks) {
    return cbc(encrypt, key, new byte[blockBytes], blocks);
  }

  /** As the other, with an initial vector of one block. */
  public byte[] cbc(boolean encrypt, byte[] key, byte[] initialVector, byte[] blocks) {
    if (blocks.length % blockBytes != 0) {
      throw new IllegalArgumentException(blocks.length + " bytes are no whole blocks");
    }
    CBCModeCipher cbc = CBCBlockCipher.newInstance(engine());
    cbc.init(encrypt, new ParametersWithIV(new KeyParameter(key), initialVector));
    byte[] out = new byte[blocks.length];
    for (int at = 0; at < blocks.length; at += blockBytes) {
      cbc.processBlock(blocks, at, out, at);
    }
    return out;
  }

  private BlockCipher engine() {
    return this == TRIPLE_DES ? new DESedeEngine() : AESEngine.newInstance();
  }

  private static byte[] sha256(byte[] secret, byte[] suffix) {
    SHA256Digest digest = new SHA256Digest();
    digest.update(secret, 0, secret.length);
    digest.update(suffix, 0, suffix.length);
    byte[] hash = new byte[digest.getDigestSize()];
    digest.doFinal(hash, 0);
    return hash;
  }
}
