package egate.emrtd;

import java.io.IOException;
import java.util.random.RandomGenerator;

/** The terminal's side of active authentication (Doc 9303-11 section 6.1): a fresh challenge. */
final class ActiveAuthentication {
  private static final int INTERNAL_AUTHENTICATE = 0x88;
  private static final int CHALLENGE_BYTES = 8;

  /** A DG15 longer than this holds a key whose signature fills more than a short response. */
  private static final int LONG_KEY_BYTES = 230;

  private ActiveAuthentication() {}

  /**
   * @param dg15Bytes length of the public key's file
   */
  static ActiveAuthenticationTranscript authenticate(
      ChipLink link, RandomGenerator random, int dg15Bytes)
      throws IOException, ChipProtocolException {
    byte[] challenge = new byte[CHALLENGE_BYTES];
    random.nextBytes(challenge);
    int le = dg15Bytes > LONG_KEY_BYTES ? CommandApdu.LE_MAX : CommandApdu.SHORT_LE_MAX;
    ResponseApdu response =
        link.exchange(new CommandApdu(0, INTERNAL_AUTHENTICATE, 0, 0, challenge, le));
    byte[] signature = response.status() == StatusWord.OK ? response.data() : new byte[0];
    return new ActiveAuthenticationTranscript(challenge, signature);
  }
}
