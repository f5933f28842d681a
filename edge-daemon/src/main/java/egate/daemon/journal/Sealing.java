package egate.daemon.journal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM (NIST SP 800-38D) with a random nonce of 96 bits: {@code nonce | ciphertext | tag}.
 * What is sealed can be opened only as what it was sealed for: the context is authenticated too.
 */
final class Sealing {
  static final int NONCE = 12;
  static final int TAG = 16;

  /** By how much sealing makes a text longer. */
  static final int OVERHEAD = NONCE + TAG;

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int CONTEXT = 1 + 16 + 8;

  private Sealing() {}

  /** What an entry of a journal is sealed for. */
  static byte[] entryContext(UUID epoch, long order) {
    return context('J', epoch, order);
  }

  /** What a result in the outbox is sealed for. */
  static byte[] resultContext(UUID epoch, long sequence) {
    return context('R', epoch, sequence);
  }

  /** What an observation is sealed for. */
  static byte[] telemetryContext(UUID epoch, long sequence) {
    return context('T', epoch, sequence);
  }

  static ByteBuffer seal(SecretKey key, byte[] context, ByteBuffer plain, SecureRandom random) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(8 * TAG, nonce));
      cipher.updateAAD(context);
      ByteBuffer out = ByteBuffer.allocate(OVERHEAD + plain.remaining()).put(nonce);
      cipher.doFinal(plain.duplicate(), out);
      return out.flip();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }

  /**
   * The text that was sealed for this context.
   *
   * @throws MalformedEntryException when it was sealed with another key, for another context, or
   *     was changed since
   */
  static ByteBuffer open(SecretKey key, byte[] context, ByteBuffer sealed)
      throws MalformedEntryException {
    if (sealed.remaining() < OVERHEAD) {
      throw new MalformedEntryException("too short to be sealed");
    }
    ByteBuffer in = sealed.duplicate();
    byte[] nonce = new byte[NONCE];
    in.get(nonce);
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(8 * TAG, nonce));
      cipher.updateAAD(context);
      ByteBuffer plain = ByteBuffer.allocate(in.remaining() - TAG);
      cipher.doFinal(in, plain);
      return plain.flip();
    } catch (AEADBadTagException e) {
      throw new MalformedEntryException("whose seal is broken");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }

  private static byte[] context(char purpose, UUID epoch, long number) {
    return ByteBuffer.allocate(CONTEXT)
        .put((byte) purpose)
        .putLong(epoch.getMostSignificantBits())
        .putLong(epoch.getLeastSignificantBits())
        .putLong(number)
        .array();
  }
}
