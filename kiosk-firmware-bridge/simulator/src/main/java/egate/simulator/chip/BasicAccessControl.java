package egate.simulator.chip;

import static egate.simulator.chip.CommandRefusedException.AUTHENTICATION_FAILED;
import static egate.simulator.chip.CommandRefusedException.CONDITIONS_NOT_SATISFIED;
import static egate.simulator.chip.CommandRefusedException.WRONG_LENGTH;

import egate.emrtd.BacKeys;
import egate.emrtd.CommandApdu;
import egate.emrtd.ResponseApdu;
import egate.emrtd.StatusWord;
import egate.emrtd.TripleDesCipher;
import egate.simulator.document.MrzLines;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The chip's part in basic access control (Doc 9303-11 section 4.3.3). */
final class BasicAccessControl {
  private static final int RANDOM_BYTES = 8;
  private static final int KEY_BYTES = 16;
  private static final int CRYPTOGRAM_BYTES = 2 * RANDOM_BYTES + KEY_BYTES;
  private static final int MAC_BYTES = 8;

  private final TripleDesCipher keys;
  private final RandomGenerator random;
  private byte @Nullable [] challenge;

  BasicAccessControl(MrzLines mrz, RandomGenerator random) {
    this.keys = BacKeys.access(mrz.accessInformation());
    this.random = random;
  }

  void reset() {
    challenge = null;
  }

  /** GET CHALLENGE: RND.IC, good for one authentication. */
  ResponseApdu challenge(CommandApdu command) throws CommandRefusedException {
    if (command.le() < RANDOM_BYTES) {
      throw new CommandRefusedException(WRONG_LENGTH);
    }
    byte[] fresh = bytes(RANDOM_BYTES);
    challenge = fresh;
    return new ResponseApdu(fresh, StatusWord.OK);
  }

  /** EXTERNAL AUTHENTICATE: the chip's cryptogram, and the session that begins with it. */
  Authenticated authenticate(CommandApdu command) throws CommandRefusedException {
    byte[] expected = challenge;
    challenge = null;
    if (expected == null) {
      throw new CommandRefusedException(CONDITIONS_NOT_SATISFIED);
    }
    ByteBuffer terminal = ByteBuffer.wrap(opened(command.data()));
    byte[] terminalRandom = take(terminal, RANDOM_BYTES);
    if (!MessageDigest.isEqual(expected, take(terminal, RANDOM_BYTES))) {
      throw new CommandRefusedException(AUTHENTICATION_FAILED);
    }
    byte[] terminalKey = take(terminal, KEY_BYTES);
    byte[] chipKey = bytes(KEY_BYTES);
    return new Authenticated(
        answer(expected, terminalRandom, chipKey),
        new ChipSecureMessaging(
            BacKeys.session(terminalKey, chipKey), BacKeys.counter(expected, terminalRandom)));
  }

  /** What follows a successful authentication. */
  record Authenticated(ResponseApdu response, ChipSecureMessaging session) {}

  private byte[] opened(byte[] data) throws CommandRefusedException {
    if (data.length != CRYPTOGRAM_BYTES + MAC_BYTES) {
      throw new CommandRefusedException(WRONG_LENGTH);
    }
    byte[] cryptogram = Arrays.copyOf(data, CRYPTOGRAM_BYTES);
    byte[] code = Arrays.copyOfRange(data, CRYPTOGRAM_BYTES, data.length);
    if (!MessageDigest.isEqual(keys.mac(cryptogram), code)) {
      throw new CommandRefusedException(AUTHENTICATION_FAILED);
    }
    return keys.decrypt(cryptogram);
  }

  private ResponseApdu answer(byte[] chipRandom, byte[] terminalRandom, byte[] chipKey) {
    ByteBuffer plain = ByteBuffer.allocate(CRYPTOGRAM_BYTES);
    plain.put(chipRandom).put(terminalRandom).put(chipKey);
    byte[] cryptogram = keys.encrypt(plain.array());
    ByteBuffer data = ByteBuffer.allocate(CRYPTOGRAM_BYTES + MAC_BYTES);
    data.put(cryptogram).put(keys.mac(cryptogram));
    return new ResponseApdu(data.array(), StatusWord.OK);
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] take(ByteBuffer from, int length) {
    byte[] bytes = new byte[length];
    from.get(bytes);
    return bytes;
  }
}
