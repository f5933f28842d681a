package egate.emrtd;

import java.util.Arrays;
import org.bouncycastle.crypto.engines.DESEngine;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.macs.ISO9797Alg3Mac;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.modes.CBCModeCipher;
import org.bouncycastle.crypto.paddings.ISO7816d4Padding;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Two-key 3DES in CBC mode with a zero initial vector, and the retail MAC (ISO/IEC 9797-1 MAC
 * algorithm 3 with DES, padding method 2), as BAC uses them for its own exchange and for the
 * session after it (Doc 9303-11 section 4.3.3).
 */
public final class TripleDesCipher implements SessionCipher {
  private static final int BLOCK_BYTES = 8;

  private final byte[] encryptionKey;
  private final byte[] authenticationKey;

  private TripleDesCipher(byte[] encryptionKey, byte[] authenticationKey) {
    this.encryptionKey = encryptionKey;
    this.authenticationKey = authenticationKey;
  }

  /** The pair of keys that Doc 9303-11 section 9.7.1 derives from a seed. */
  public static TripleDesCipher derive(byte[] seed) {
    return new TripleDesCipher(
        KeyDerivation.tripleDesKey(seed, KeyDerivation.ENCRYPTION),
        KeyDerivation.tripleDesKey(seed, KeyDerivation.AUTHENTICATION));
  }

  @Override
  public int blockBytes() {
    return BLOCK_BYTES;
  }

  @Override
  public byte[] encrypt(byte[] counter, byte[] padded) {
    return encrypt(padded);
  }

  /** Encrypts whole blocks; with 3DES the counter has no part in it. */
  public byte[] encrypt(byte[] padded) {
    return process(true, padded);
  }

  @Override
  public byte[] decrypt(byte[] counter, byte[] cryptogram) {
    return decrypt(cryptogram);
  }

  /** Decrypts whole blocks. */
  public byte[] decrypt(byte[] cryptogram) {
    return process(false, cryptogram);
  }

  @Override
  public byte[] mac(byte[] message) {
    ISO9797Alg3Mac mac = new ISO9797Alg3Mac(new DESEngine(), 64, new ISO7816d4Padding());
    mac.init(new KeyParameter(authenticationKey));
    mac.update(message, 0, message.length);
    byte[] code = new byte[mac.getMacSize()];
    mac.doFinal(code, 0);
    return code;
  }

  @Override
  public byte[] token(byte[] message) {
    return mac(message);
  }

  @Override
  public void close() {
    Arrays.fill(encryptionKey, (byte) 0);
    Arrays.fill(authenticationKey, (byte) 0);
  }

  @Override
  public String toString() {
    return "TripleDesCipher";
  }

  private byte[] process(boolean encrypt, byte[] in) {
    if (in.length % BLOCK_BYTES != 0) {
      throw new IllegalArgumentException(in.length + " bytes are no whole blocks");
    }
    CBCModeCipher cbc = CBCBlockCipher.newInstance(new DESedeEngine());
    cbc.init(encrypt, new KeyParameter(encryptionKey)); // no initial vector given: zeros
    byte[] out = new byte[in.length];
    for (int at = 0; at < in.length; at += BLOCK_BYTES) {
      cbc.processBlock(in, at, out, at);
    }
    return out;
  }
}
