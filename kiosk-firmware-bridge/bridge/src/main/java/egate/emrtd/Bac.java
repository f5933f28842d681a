package egate.emrtd;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The terminal's side of basic access control (Doc 9303-11 section 4.3): both sides prove that they
 * know the MRZ, and agree on session keys.
 */
final class Bac {
  private static final int RANDOM_BYTES = 8;
  private static final int KEY_BYTES = 16;
  private static final int CRYPTOGRAM_BYTES = 2 * RANDOM_BYTES + KEY_BYTES;
  private static final int MAC_BYTES = 8;

  private final TripleDesCipher accessKeys;
  private final byte[] terminalRandom = new byte[RANDOM_BYTES];
  private final byte[] terminalKey = new byte[KEY_BYTES];

  /**
   * @param accessKeys the document's basic access keys
   * @param random unpredictable in production, scripted in a test
   */
  Bac(TripleDesCipher accessKeys, RandomGenerator random) {
    this.accessKeys = accessKeys;
    random.nextBytes(terminalRandom);
    random.nextBytes(terminalKey);
  }

  /**
   * Authenticates once; the next time takes a new object, with new random numbers.
   *
   * @throws ChipAccessDeniedException when the chip does not accept the MRZ
   */
  SecureMessaging authenticate(ChipLink link)
      throws IOException, ChipProtocolException, ChipAccessDeniedException {
    ResponseApdu challenge = link.exchange(getChallenge());
    if (challenge.status() != StatusWord.OK || challenge.data().length != RANDOM_BYTES) {
      throw ChipProtocolException.unexpected("GET CHALLENGE", challenge.status());
    }
    ResponseApdu answer = link.exchange(externalAuthenticate(challenge.data()));
    if (answer.status() != StatusWord.OK) {
      throw new ChipAccessDeniedException(
          "BAC was refused with " + StatusWord.text(answer.status()));
    }
    byte[] chipKey = chipKey(challenge.data(), answer.data());
    return new SecureMessaging(
        BacKeys.session(terminalKey, chipKey), BacKeys.counter(challenge.data(), terminalRandom));
  }

  private static CommandApdu getChallenge() {
    return new CommandApdu(0x00, 0x84, 0x00, 0x00, new byte[0], RANDOM_BYTES);
  }

  /** E.IFD and M.IFD over RND.IFD, RND.IC and K.IFD (section 4.3.1). */
  private CommandApdu externalAuthenticate(byte[] chipRandom) {
    byte[] message = new byte[CRYPTOGRAM_BYTES];
    System.arraycopy(terminalRandom, 0, message, 0, RANDOM_BYTES);
    System.arraycopy(chipRandom, 0, message, RANDOM_BYTES, RANDOM_BYTES);
    System.arraycopy(terminalKey, 0, message, 2 * RANDOM_BYTES, KEY_BYTES);
    byte[] cryptogram = accessKeys.encrypt(message);
    byte[] data = Arrays.copyOf(cryptogram, CRYPTOGRAM_BYTES + MAC_BYTES);
    System.arraycopy(accessKeys.mac(cryptogram), 0, data, CRYPTOGRAM_BYTES, MAC_BYTES);
    return new CommandApdu(0x00, 0x82, 0x00, 0x00, data, data.length);
  }

  /** K.IC, once the chip has shown that it knows the keys and answers these random numbers. */
  private byte[] chipKey(byte[] chipRandom, byte[] answer) throws ChipProtocolException {
    if (answer.length != CRYPTOGRAM_BYTES + MAC_BYTES) {
      throw new ChipProtocolException("EXTERNAL AUTHENTICATE answered " + answer.length + " bytes");
    }
    byte[] cryptogram = Arrays.copyOf(answer, CRYPTOGRAM_BYTES);
    byte[] mac = Arrays.copyOfRange(answer, CRYPTOGRAM_BYTES, answer.length);
    if (!MessageDigest.isEqual(accessKeys.mac(cryptogram), mac)) {
      throw new ChipProtocolException("the chip did not authenticate itself");
    }
    byte[] message = accessKeys.decrypt(cryptogram);
    if (!startsWith(message, 0, chipRandom) || !startsWith(message, RANDOM_BYTES, terminalRandom)) {
      throw new ChipProtocolException("the chip answered another challenge");
    }
    return Arrays.copyOfRange(message, 2 * RANDOM_BYTES, CRYPTOGRAM_BYTES);
  }

  private static boolean startsWith(byte[] message, int at, byte[] part) {
    return Arrays.equals(message, at, at + part.length, part, 0, part.length);
  }
}
