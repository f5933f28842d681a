package egate.emrtd;

/**
 * Encryption and message authentication under one pair of keys, as secure messaging needs them (Doc
 * 9303-11 section 9.8). Both sides of the line use it.
 */
public sealed interface SessionCipher extends AutoCloseable permits TripleDesCipher, AesCipher {

  /** Bytes a block, which is also the length of the send sequence counter. */
  int blockBytes();

  /**
   * Encrypts whole blocks in CBC mode.
   *
   * @param counter the send sequence counter of this message
   * @param padded whole blocks
   */
  byte[] encrypt(byte[] counter, byte[] padded);

  /** Decrypts whole blocks; the reverse of {@link #encrypt}. */
  byte[] decrypt(byte[] counter, byte[] cryptogram);

  /** The message authentication code of 8 bytes over the message, which it pads itself. */
  byte[] mac(byte[] message);

  /**
   * PACE's authentication token over the other side's public key (Doc 9303-11 section 4.4.3.4); a
   * code of 8 bytes too, which AES does not pad.
   */
  byte[] token(byte[] message);

  /** Overwrites the keys; the cipher is of no use afterwards. */
  @Override
  void close();
}
