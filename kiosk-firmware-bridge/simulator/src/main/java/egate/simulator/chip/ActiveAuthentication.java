package egate.simulator.chip;

import static egate.simulator.chip.CommandRefusedException.CONDITIONS_NOT_SATISFIED;
import static egate.simulator.chip.CommandRefusedException.WRONG_LENGTH;

import egate.emrtd.CommandApdu;
import egate.emrtd.ResponseApdu;
import egate.emrtd.StatusWord;
import egate.simulator.document.ChipKeys;
import egate.simulator.document.ChipKeys.SigningKey;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The chip's part in active authentication (Doc 9303-11 section 6.1). */
final class ActiveAuthentication {
  private static final int CHALLENGE_BYTES = 8;

  private final Optional<SigningKey> key;
  private final RandomGenerator random;

  ActiveAuthentication(ChipKeys keys, RandomGenerator random) {
    this.key = keys.activeAuthentication();
    this.random = random;
  }

  /** INTERNAL AUTHENTICATE. */
  ResponseApdu sign(CommandApdu command) throws CommandRefusedException {
    if (command.data().length != CHALLENGE_BYTES) {
      throw new CommandRefusedException(WRONG_LENGTH);
    }
    SigningKey own = key.orElseThrow(() -> new CommandRefusedException(CONDITIONS_NOT_SATISFIED));
    return new ResponseApdu(ChallengeSignature.of(own, command.data(), random), StatusWord.OK);
  }
}
