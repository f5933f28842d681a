package egate.emrtd;

import java.util.Arrays;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * AES in CBC mode whose initial vector is the encrypted send sequence counter, and CMAC cut to 8
 * bytes (Doc 9303-11 section 9.8.6).
 */
public final class AesCipher implements SessionCipher {
  private static final int BLOCK_BYTES = 16;
  private static final int MAC_BITS = 64;

  private final SessionAlgorithm algorithm;
  private final byte[] encryptionKey;
  private final byte[] authenticationKey;

  private AesCipher(SessionAlgorithm algorithm, byte[] encryptionKey, byte[] authenticationKey) {
    this.algorithm = algorithm;
    this.encryptionKey = encryptionKey;
    this.authenticationKey = authenticationKey;
  }

  static AesCipher derive(SessionAlgorithm algorithm, byte[] secret) {
    return new AesCipher(
        algorithm,
        algorithm.key(secret, KeyDerivation.ENCRYPTION),
        algorithm.key(secret, KeyDerivation.AUTHENTICATION));
  }

  @Override
  public int blockBytes() {
    return BLOCK_BYTES;
  }

  @Override
  public byte[] encrypt(byte[] counter, byte[] padded) {
    return algorithm.cbc(true, encryptionKey, initialVector(counter), padded);
  }

  @Override
  public byte[] decrypt(byte[] counter, byte[] cryptogram) {
    return algorithm.cbc(false, encryptionKey, initialVector(counter), cryptogram);
  }

  private byte[] initialVector(byte[] counter) {
    return algorithm.cbc(true, encryptionKey, counter);
  }

  @Override
  public byte[] mac(byte[] message) {
    return token(Padding.pad(message, BLOCK_BYTES));
  }

  @Override
  public byte[] token(byte[] message) {
    CMac mac = new CMac(AESEngine.newInstance(), MAC_BITS);
    mac.init(new KeyParameter(authenticationKey));
    mac.update(message, 0, message.length);
    byte[] code = new byte[mac.getMacSize()];
    mac.doFinal(code, 0);
    return code;
  }

  @Override
  public void close() {
    Arrays.fill(encryptionKey, (byte) 0);
    Arrays.fill(authenticationKey, (byte) 0);
  }

  @Override
  public String toString() {
    return "AesCipher";
  }
}
