package egate.simulator.chip;

import static egate.simulator.chip.CommandRefusedException.AUTHENTICATION_FAILED;
import static egate.simulator.chip.CommandRefusedException.CONDITIONS_NOT_SATISFIED;
import static egate.simulator.chip.CommandRefusedException.REFERENCED_DATA_NOT_FOUND;
import static egate.simulator.chip.CommandRefusedException.WRONG_DATA;

import egate.emrtd.AccessPassword;
import egate.emrtd.CommandApdu;
import egate.emrtd.DomainParameters;
import egate.emrtd.EcParameters;
import egate.emrtd.EphemeralKey;
import egate.emrtd.KeyDerivation;
import egate.emrtd.MalformedDataException;
import egate.emrtd.PaceMapping;
import egate.emrtd.Padding;
import egate.emrtd.ResponseApdu;
import egate.emrtd.SessionAlgorithm;
import egate.emrtd.SessionCipher;
import egate.emrtd.StatusWord;
import egate.emrtd.Tlv;
import egate.simulator.document.ChipKeys;
import egate.simulator.document.PaceOffer;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.bouncycastle.util.BigIntegers;
import org.jspecify.annotations.Nullable;

/** The chip's part in PACE (Doc 9303-11 section 4.4). */
final class PasswordConnection {
  private static final int PROTOCOL = 0x80;
  private static final int PASSWORD = 0x83;
  private static final int PARAMETERS = 0x84;
  private static final int NONCE = 0x80;
  private static final int TERMINAL_MAPPING = 0x81;
  private static final int CHIP_MAPPING = 0x82;
  private static final int TERMINAL_KEY = 0x83;
  private static final int CHIP_KEY = 0x84;
  private static final int TERMINAL_TOKEN = 0x85;
  private static final int CHIP_TOKEN = 0x86;
  private static final int CHIP_AUTHENTICATION_DATA = 0x8A;
  private static final int PUBLIC_KEY = 0x7F49;
  private static final int OBJECT_IDENTIFIER = 0x06;

  private final List<AccessPassword> passwords;
  private final ChipKeys keys;
  private final RandomGenerator random;
  private @Nullable Run run;

  /**
   * @param passwords that open the chip, each of another kind
   * @param random gives the nonce and the private keys, in the order of their use
   */
  PasswordConnection(List<AccessPassword> passwords, ChipKeys keys, RandomGenerator random) {
    this.passwords = passwords;
    this.keys = keys;
    this.random = random;
  }

  void reset() {
    run = null;
  }

  /** What a step answers, and the session that begins after the last. */
  record Answer(ResponseApdu response, Optional<OpenedSession> opened) {}

  /** MSE:Set AT. Several sets of domain parameters have to be told apart by DO 84. */
  ResponseApdu select(CommandApdu command) throws CommandRefusedException {
    run = null;
    byte[] oid = DynamicData.flat(command, PROTOCOL);
    byte[] reference = DynamicData.flat(command, PASSWORD);
    byte[] parameters = DynamicData.flat(command, PARAMETERS);
    List<PaceOffer> meant =
        keys.pace().stream()
            .filter(offer -> Arrays.equals(offer.protocol().oid(), oid))
            .filter(offer -> parameters.length == 0 || offer.parameters().id() == parameters[0])
            .toList();
    if (meant.size() != 1) {
      throw new CommandRefusedException(WRONG_DATA);
    }
    AccessPassword password =
        passwords.stream()
            .filter(known -> reference.length == 1 && known.reference() == reference[0])
            .findFirst()
            .orElseThrow(() -> new CommandRefusedException(REFERENCED_DATA_NOT_FOUND));
    run = new Run(meant.getFirst(), password);
    return new ResponseApdu(new byte[0], StatusWord.OK);
  }

  boolean isSelected() {
    return run != null;
  }

  /** GENERAL AUTHENTICATE; a step that fails ends the run. */
  Answer step(CommandApdu command) throws CommandRefusedException {
    Run current = run;
    if (current == null) {
      throw new CommandRefusedException(CONDITIONS_NOT_SATISFIED);
    }
    run = null;
    try {
      Answer answer = current.step(command);
      run = answer.opened().isPresent() ? null : current;
      return answer;
    } catch (MalformedDataException | IllegalArgumentException e) {
      throw new CommandRefusedException(WRONG_DATA);
    }
  }

  private enum Step {
    NONCE,
    MAPPING,
    KEY_AGREEMENT,
    TOKENS
  }

  private final class Run {
    private final PaceOffer offer;
    private final AccessPassword password;
    private final SessionAlgorithm algorithm;
    private DomainParameters parameters;
    private Step next = Step.NONCE;
    private byte[] nonce = {};
    private byte[] mappingPrivateKey = {};
    private byte[] ownKey = {};
    private byte[] terminalKey = {};
    private byte[] secret = {};

    Run(PaceOffer offer, AccessPassword password) {
      this.offer = offer;
      this.password = password;
      this.algorithm = offer.protocol().algorithm();
      this.parameters = offer.parameters().parameters();
    }

    Answer step(CommandApdu command) throws CommandRefusedException, MalformedDataException {
      return switch (next) {
        case NONCE -> going(Step.MAPPING, encryptedNonce(command));
        case MAPPING -> going(Step.KEY_AGREEMENT, map(command));
        case KEY_AGREEMENT -> going(Step.TOKENS, agree(command));
        case TOKENS -> authenticate(command);
      };
    }

    private Answer going(Step to, byte[] object) {
      next = to;
      return new Answer(DynamicData.response(object), Optional.empty());
    }

    private byte[] encryptedNonce(CommandApdu command) throws CommandRefusedException {
      if (!DynamicData.isEmpty(command)) {
        throw new CommandRefusedException(WRONG_DATA);
      }
      nonce = new byte[algorithm.keyBytes() > 16 ? 32 : 16];
      random.nextBytes(nonce);
      byte[] key = algorithm.key(password.secret(), KeyDerivation.PASSWORD);
      return Tlv.encode(NONCE, algorithm.cbc(true, key, nonce));
    }

    private byte[] map(CommandApdu command) throws CommandRefusedException, MalformedDataException {
      byte[] peer = DynamicData.value(command, TERMINAL_MAPPING);
      if (offer.protocol().mapping() == PaceMapping.INTEGRATED) {
        parameters = parameters.mapIntegrated(algorithm, nonce, peer);
        return Tlv.encode(CHIP_MAPPING);
      }
      EphemeralKey own = parameters.generate(random);
      mappingPrivateKey = own.privateKey();
      parameters = parameters.mapGeneric(nonce, own, peer);
      return Tlv.encode(CHIP_MAPPING, own.publicKey());
    }

    private byte[] agree(CommandApdu command)
        throws CommandRefusedException, MalformedDataException {
      terminalKey = DynamicData.value(command, TERMINAL_KEY);
      EphemeralKey own = parameters.generate(random);
      ownKey = own.publicKey();
      secret = own.agree(terminalKey);
      return Tlv.encode(CHIP_KEY, ownKey);
    }

    private Answer authenticate(CommandApdu command) throws CommandRefusedException {
      SessionCipher cipher = algorithm.derive(secret);
      byte[] token = DynamicData.value(command, TERMINAL_TOKEN);
      if (!MessageDigest.isEqual(cipher.token(publicKey(ownKey)), token)) {
        throw new CommandRefusedException(AUTHENTICATION_FAILED);
      }
      byte[] answer = Tlv.encode(CHIP_TOKEN, cipher.token(publicKey(terminalKey)));
      ChipSecureMessaging session = new ChipSecureMessaging(cipher, algorithm.counter());
      return new Answer(
          DynamicData.response(answer, chipAuthenticationData()),
          Optional.of(new OpenedSession(session, parameters.compressed(ownKey))));
    }

    private byte[] publicKey(byte[] key) {
      return Tlv.encode(
          PUBLIC_KEY,
          Tlv.encode(OBJECT_IDENTIFIER, offer.protocol().oid()),
          Tlv.encode(parameters.publicKeyTag(), key));
    }

    /** A chip without the static key makes something up. */
    private byte[] chipAuthenticationData() {
      if (offer.protocol().mapping() != PaceMapping.CHIP_AUTHENTICATION) {
        return new byte[0];
      }
      BigInteger order = ((EcParameters) parameters).curve().getN();
      BigInteger mapping = new BigInteger(1, mappingPrivateKey);
      BigInteger data =
          keys.mapping()
              .map(key -> new BigInteger(1, key.privateKey()))
              .map(key -> key.modInverse(order).multiply(mapping).mod(order))
              .orElse(mapping);
      byte[] fixed = BigIntegers.asUnsignedByteArray((order.bitLength() + 7) / 8, data);
      byte[] key = algorithm.key(secret, KeyDerivation.ENCRYPTION);
      byte[] ones = new byte[16];
      Arrays.fill(ones, (byte) 0xFF);
      byte[] initialVector = algorithm.cbc(true, key, ones);
      return Tlv.encode(
          CHIP_AUTHENTICATION_DATA,
          algorithm.cbc(true, key, initialVector, Padding.pad(fixed, initialVector.length)));
    }
  }
}
