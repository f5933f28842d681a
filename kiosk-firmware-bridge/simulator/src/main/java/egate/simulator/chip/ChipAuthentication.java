package egate.simulator.chip;

import static egate.simulator.chip.CommandRefusedException.CONDITIONS_NOT_SATISFIED;
import static egate.simulator.chip.CommandRefusedException.WRONG_DATA;

import egate.emrtd.CommandApdu;
import egate.emrtd.EphemeralKey;
import egate.emrtd.MalformedDataException;
import egate.emrtd.ResponseApdu;
import egate.emrtd.SessionAlgorithm;
import egate.emrtd.StatusWord;
import egate.simulator.document.ChipKeys;
import java.util.Arrays;
import java.util.Optional;

/**
 * The chip's part in chip authentication, version 1 (Doc 9303-11 section 6.2). A copied chip has
 * the signed public key and another private one: it plays along, and its keys are wrong.
 */
final class ChipAuthentication {
  private static final int PROTOCOL = 0x80;
  private static final int EPHEMERAL_KEY = 0x91;
  private static final int DYNAMIC_KEY = 0x80;

  private final Optional<ChipKeys.ChipAuthenticationKey> key;
  private boolean selected;

  ChipAuthentication(ChipKeys keys) {
    this.key = keys.chipAuthentication();
  }

  void reset() {
    selected = false;
  }

  boolean isSelected() {
    return selected;
  }

  /** What a step answers under the old keys, and the session that begins after it. */
  record Answer(ResponseApdu response, OpenedSession opened) {}

  /** MSE:Set AT, before GENERAL AUTHENTICATE. */
  ResponseApdu select(CommandApdu command) throws CommandRefusedException {
    byte[] oid = DynamicData.flat(command, PROTOCOL);
    if (!Arrays.equals(key().protocol().oid(), oid)) {
      throw new CommandRefusedException(WRONG_DATA);
    }
    selected = true;
    return new ResponseApdu(new byte[0], StatusWord.OK);
  }

  /** MSE:Set KAT, the whole of it with 3DES. */
  Answer agreeAtOnce(CommandApdu command) throws CommandRefusedException {
    if (key().protocol().algorithm() != SessionAlgorithm.TRIPLE_DES) {
      throw new CommandRefusedException(WRONG_DATA);
    }
    byte[] terminalKey = DynamicData.flat(command, EPHEMERAL_KEY);
    return agree(terminalKey, new ResponseApdu(new byte[0], StatusWord.OK));
  }

  /** GENERAL AUTHENTICATE. */
  Answer agree(CommandApdu command) throws CommandRefusedException {
    if (!selected) {
      throw new CommandRefusedException(CONDITIONS_NOT_SATISFIED);
    }
    selected = false;
    return agree(DynamicData.value(command, DYNAMIC_KEY), DynamicData.response());
  }

  private Answer agree(byte[] terminalKey, ResponseApdu response) throws CommandRefusedException {
    ChipKeys.ChipAuthenticationKey own = key();
    SessionAlgorithm algorithm = own.protocol().algorithm();
    EphemeralKey pair = own.key();
    try {
      byte[] secret = pair.agree(terminalKey);
      ChipSecureMessaging messaging =
          new ChipSecureMessaging(algorithm.derive(secret), algorithm.counter());
      byte[] terminal = own.parameters().compressed(terminalKey);
      return new Answer(response, new OpenedSession(messaging, terminal));
    } catch (MalformedDataException e) {
      throw new CommandRefusedException(WRONG_DATA);
    }
  }

  private ChipKeys.ChipAuthenticationKey key() throws CommandRefusedException {
    return key.orElseThrow(() -> new CommandRefusedException(CONDITIONS_NOT_SATISFIED));
  }
}
