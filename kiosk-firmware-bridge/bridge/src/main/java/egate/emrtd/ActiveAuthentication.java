package egate.emrtd;

import egate.emrtd.lds.LdsFile;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** The terminal's side of active authentication (Doc 9303-11 section 6.1): a fresh challenge. */
final class ActiveAuthentication {
  private static final int INTERNAL_AUTHENTICATE = 0x88;
  private static final int CHALLENGE_BYTES = 8;

  /** A DG15 longer than this holds an RSA key whose signature fills more than a short response. */
  private static final int LONG_KEY_BYTES = 230;

  private static final int SEQUENCE = 0x30;
  private static final int OBJECT_IDENTIFIER = 0x06;

  /** ANSI X9.62 public keys, however long their domain parameters. */
  private static final byte[] ELLIPTIC = HexFormat.of().parseHex("2A8648CE3D0201");

  private ActiveAuthentication() {}

  /**
   * Asks for one signature.
   *
   * @param longAnswer whether it may need extended length
   */
  static ActiveAuthenticationTranscript authenticate(
      ChipLink link, RandomGenerator random, boolean longAnswer)
      throws IOException, ChipProtocolException {
    byte[] challenge = new byte[CHALLENGE_BYTES];
    random.nextBytes(challenge);
    int le = longAnswer ? CommandApdu.LE_MAX : CommandApdu.SHORT_LE_MAX;
    ResponseApdu response =
        link.exchange(new CommandApdu(0, INTERNAL_AUTHENTICATE, 0, 0, challenge, le));
    byte[] signature = response.status() == StatusWord.OK ? response.data() : new byte[0];
    return new ActiveAuthenticationTranscript(challenge, signature);
  }

  /** Whether signatures of this key do not fit a short response. */
  static boolean signsLong(byte[] dg15) {
    return dg15.length > LONG_KEY_BYTES && !isElliptic(dg15);
  }

  private static boolean isElliptic(byte[] dg15) {
    try {
      Tlv info = Tlv.parse(dg15).expect(LdsFile.DG15.tag()).child(SEQUENCE);
      return Arrays.equals(ELLIPTIC, info.child(SEQUENCE).child(OBJECT_IDENTIFIER).value());
    } catch (MalformedDataException e) {
      return false; // the judge will find that out for itself
    }
  }
}
