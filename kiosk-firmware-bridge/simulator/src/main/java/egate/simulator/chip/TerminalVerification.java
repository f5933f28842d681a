package egate.simulator.chip;

import static egate.simulator.chip.CommandRefusedException.AUTHENTICATION_FAILED;
import static egate.simulator.chip.CommandRefusedException.CONDITIONS_NOT_SATISFIED;
import static egate.simulator.chip.CommandRefusedException.REFERENCED_DATA_NOT_FOUND;
import static egate.simulator.chip.CommandRefusedException.WRONG_DATA;
import static egate.simulator.chip.CommandRefusedException.WRONG_LENGTH;

import egate.emrtd.CommandApdu;
import egate.emrtd.CvCertificate;
import egate.emrtd.ResponseApdu;
import egate.emrtd.StatusWord;
import egate.simulator.document.TerminalTrust;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.bouncycastle.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The chip's part in terminal authentication, version 1 (BSI TR-03110-1 section 3.5): certificates
 * from a key that it trusts to the terminal's, then a signature over its challenge.
 */
final class TerminalVerification {
  private static final int KEY_REFERENCE = 0x83;
  private static final int CHALLENGE_BYTES = 8;

  private final Optional<TrustPoints> trust;
  private final RandomGenerator random;
  private @Nullable TerminalKey verifying;
  private @Nullable TerminalKey certified;
  private @Nullable TerminalKey terminal;
  private byte @Nullable [] challenge;
  private boolean fingersReadable;
  private boolean irisesReadable;

  TerminalVerification(Optional<TerminalTrust> trust, RandomGenerator random) {
    this.trust = trust.map(TrustPoints::new);
    this.random = random;
  }

  /** A session ends, and with it whatever was shown; what it learnt of keys and date stays. */
  void reset() {
    verifying = null;
    certified = null;
    terminal = null;
    challenge = null;
    fingersReadable = false;
    irisesReadable = false;
  }

  /** Whether DG3 may be read now. */
  boolean permitsFingers() {
    return trust.isEmpty() || fingersReadable;
  }

  /** Whether DG4 may be read now. */
  boolean permitsIrises() {
    return trust.isEmpty() || irisesReadable;
  }

  /** EF.CVCA as it is now. */
  Optional<byte[]> efCvca() {
    return trust.map(TrustPoints::efCvca);
  }

  /** MSE:Set DST: whose key verifies the next certificate. */
  ResponseApdu selectAuthority(CommandApdu command) throws CommandRefusedException {
    verifying = null;
    String reference = reference(command);
    Optional<TerminalKey> known = points().key(reference);
    TerminalKey last = certified;
    if (known.isEmpty() && (last == null || !last.isNamed(reference))) {
      throw new CommandRefusedException(REFERENCED_DATA_NOT_FOUND);
    }
    verifying = known.orElse(last);
    return new ResponseApdu(new byte[0], StatusWord.OK);
  }

  /** PSO:Verify Certificate. */
  ResponseApdu verify(CommandApdu command) throws CommandRefusedException {
    TerminalKey authority = verifying;
    verifying = null;
    if (authority == null) {
      throw new CommandRefusedException(CONDITIONS_NOT_SATISFIED);
    }
    CvCertificate shown = TerminalKey.certificate(command.data());
    certified = authority.certify(shown, points().date());
    points().learn(certified, authority);
    return new ResponseApdu(new byte[0], StatusWord.OK);
  }

  /** MSE:Set AT: which of the terminal's keys will sign. */
  ResponseApdu selectTerminal(CommandApdu command) throws CommandRefusedException {
    TerminalKey last = certified;
    if (last == null || !last.isNamed(reference(command)) || !last.isTerminal()) {
      throw new CommandRefusedException(REFERENCED_DATA_NOT_FOUND);
    }
    terminal = last;
    return new ResponseApdu(new byte[0], StatusWord.OK);
  }

  /** GET CHALLENGE. */
  ResponseApdu challenge(CommandApdu command) throws CommandRefusedException {
    if (command.le() < CHALLENGE_BYTES) {
      throw new CommandRefusedException(WRONG_LENGTH);
    }
    byte[] fresh = new byte[CHALLENGE_BYTES];
    random.nextBytes(fresh);
    challenge = fresh;
    return new ResponseApdu(fresh, StatusWord.OK);
  }

  /**
   * EXTERNAL AUTHENTICATE.
   *
   * @param chipName by which the chip is known to the terminal
   * @param terminalName the terminal's compressed key of chip authentication
   */
  ResponseApdu authenticate(CommandApdu command, byte[] chipName, byte[] terminalName)
      throws CommandRefusedException {
    TerminalKey key = terminal;
    byte[] asked = challenge;
    challenge = null;
    if (key == null || asked == null) {
      throw new CommandRefusedException(CONDITIONS_NOT_SATISFIED);
    }
    if (!key.signed(Arrays.concatenate(chipName, asked, terminalName), command.data())) {
      throw new CommandRefusedException(AUTHENTICATION_FAILED);
    }
    fingersReadable = key.readsFingers();
    irisesReadable = key.readsIrises();
    return new ResponseApdu(new byte[0], StatusWord.OK);
  }

  private TrustPoints points() throws CommandRefusedException {
    return trust.orElseThrow(() -> new CommandRefusedException(CONDITIONS_NOT_SATISFIED));
  }

  private static String reference(CommandApdu command) throws CommandRefusedException {
    byte[] reference = DynamicData.flat(command, KEY_REFERENCE);
    if (reference.length == 0) {
      throw new CommandRefusedException(WRONG_DATA);
    }
    return new String(reference, StandardCharsets.ISO_8859_1);
  }
}
