package egate.emrtd;

import java.util.Arrays;

/** Basic access control's keys and what grows from them (Doc 9303-11 section 4.3). */
public final class BacKeys {
  private static final int SEED_BYTES = 16;

  private BacKeys() {}

  /**
   * The document basic access keys K_Enc and K_MAC (section 4.3.2).
   *
   * @param mrzInformation document number, date of birth, date of expiry, each with its check digit
   */
  public static TripleDesCipher access(byte[] mrzInformation) {
    return TripleDesCipher.derive(Arrays.copyOf(KeyDerivation.sha1(mrzInformation), SEED_BYTES));
  }

  /**
   * The session keys KS_Enc and KS_MAC (section 4.3.1): K.IFD and K.IC, one upon the other.
   *
   * @param terminalKey K.IFD, 16 bytes
   * @param chipKey K.IC, 16 bytes
   */
  public static TripleDesCipher session(byte[] terminalKey, byte[] chipKey) {
    byte[] seed = new byte[SEED_BYTES];
    for (int i = 0; i < SEED_BYTES; i++) {
      seed[i] = (byte) (terminalKey[i] ^ chipKey[i]);
    }
    return TripleDesCipher.derive(seed);
  }

  /**
   * The first send sequence counter (section 9.8.6.3): the low halves of RND.IC and RND.IFD.
   *
   * @param chipRandom RND.IC, 8 bytes
   * @param terminalRandom RND.IFD, 8 bytes
   */
  public static SendSequenceCounter counter(byte[] chipRandom, byte[] terminalRandom) {
    byte[] initial = Arrays.copyOfRange(chipRandom, 4, 12);
    System.arraycopy(terminalRandom, 4, initial, 4, 4);
    return new SendSequenceCounter(initial);
  }
}
