package egate.emrtd;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The terminal's side of PACE (Doc 9303-11 section 4.4): both sides prove that they know the
 * password, and agree on session keys that the password does not give away.
 */
final class Pace {
  private static final int MANAGE_SECURITY_ENVIRONMENT = 0x22;
  private static final int SET_AT_MUTUAL = 0xC1;
  private static final int AUTHENTICATION_TEMPLATE = 0xA4;
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
  private static final int NONCE_BYTES_MAX = 32;

  private final PaceChoice choice;
  private final PaceProtocol protocol;
  private final RandomGenerator random;

  /** PK_Map,IC; nothing with integrated mapping. */
  private byte[] mappingKey = {};

  /**
   * @param random unpredictable in production, scripted in a test
   */
  Pace(PaceChoice choice, RandomGenerator random) {
    this.choice = choice;
    this.protocol = choice.protocol();
    this.random = random;
  }

  /** What follows a successful authentication. */
  record Established(SecureMessaging session, PaceTranscript transcript) {}

  /**
   * Tells the chip which PACE is meant; false when it does not want this one.
   *
   * @throws ChipProtocolException never because the chip refuses
   */
  boolean select(ChipLink link, AccessPassword password) throws IOException, ChipProtocolException {
    byte[] reference = {(byte) password.reference()};
    byte[] data =
        Bytes.concat(
            Tlv.encode(PROTOCOL, protocol.oid()), Tlv.encode(PASSWORD, reference), parameters());
    CommandApdu set =
        new CommandApdu(
            0,
            MANAGE_SECURITY_ENVIRONMENT,
            SET_AT_MUTUAL,
            AUTHENTICATION_TEMPLATE,
            data,
            CommandApdu.NO_LE);
    int status = link.exchange(set).status();
    // 63Cx warns of how many tries are left.
    return status == StatusWord.OK || status >> 4 == StatusWord.TRIES_LEFT >> 4;
  }

  private byte[] parameters() {
    byte[] id = {(byte) choice.parameters().id()};
    return choice.ambiguous() ? Tlv.encode(PARAMETERS, id) : new byte[0];
  }

  /**
   * Authenticates once, after {@link #select}.
   *
   * @throws ChipAccessDeniedException when the chip does not accept the password
   */
  Established authenticate(ChipLink link, AccessPassword password)
      throws IOException, ChipProtocolException, ChipAccessDeniedException {
    DynamicAuthentication chip = new DynamicAuthentication(link);
    try {
      byte[] nonce = nonce(chip, password);
      DomainParameters mapped = map(chip, nonce);
      Arrays.fill(nonce, (byte) 0);
      try (EphemeralKey own = mapped.generate(random)) {
        byte[] chipKey = exchange(chip, TERMINAL_KEY, own.publicKey(), CHIP_KEY);
        if (Arrays.equals(chipKey, own.publicKey())) {
          throw new ChipProtocolException("the chip sent the terminal's own public key");
        }
        return established(chip, mapped, own, chipKey);
      }
    } catch (MalformedDataException | IllegalArgumentException e) {
      throw new ChipProtocolException("PACE: " + e.getMessage());
    }
  }

  /** z, decrypted with the key that the password gives. */
  private byte[] nonce(DynamicAuthentication chip, AccessPassword password)
      throws IOException, ChipProtocolException {
    byte[] encrypted = DynamicAuthentication.value(chip.step(new byte[0]), NONCE);
    int block = protocol.algorithm().blockBytes();
    if (encrypted.length == 0
        || encrypted.length > NONCE_BYTES_MAX
        || encrypted.length % block != 0) {
      throw new ChipProtocolException("nonce of " + encrypted.length + " bytes");
    }
    byte[] secret = password.secret();
    byte[] key = protocol.algorithm().key(secret, KeyDerivation.PASSWORD);
    byte[] nonce = protocol.algorithm().cbc(false, key, encrypted);
    Arrays.fill(secret, (byte) 0);
    Arrays.fill(key, (byte) 0);
    return nonce;
  }

  private DomainParameters map(DynamicAuthentication chip, byte[] nonce)
      throws IOException, ChipProtocolException, MalformedDataException {
    DomainParameters parameters = choice.parameters().parameters();
    if (protocol.mapping() == PaceMapping.INTEGRATED) {
      byte[] own = new byte[protocol.algorithm().keyBytes()];
      random.nextBytes(own);
      chip.step(Tlv.encode(TERMINAL_MAPPING, own));
      return parameters.mapIntegrated(protocol.algorithm(), nonce, own);
    }
    try (EphemeralKey own = parameters.generate(random)) {
      mappingKey = exchange(chip, TERMINAL_MAPPING, own.publicKey(), CHIP_MAPPING);
      return parameters.mapGeneric(nonce, own, mappingKey);
    }
  }

  private static byte[] exchange(DynamicAuthentication chip, int sent, byte[] value, int wanted)
      throws IOException, ChipProtocolException {
    return DynamicAuthentication.value(chip.step(Tlv.encode(sent, value)), wanted);
  }

  private Established established(
      DynamicAuthentication chip, DomainParameters mapped, EphemeralKey own, byte[] chipKey)
      throws IOException, ChipProtocolException, ChipAccessDeniedException, MalformedDataException {
    byte[] secret = own.agree(chipKey);
    SessionCipher cipher = protocol.algorithm().derive(secret);
    List<Tlv> answer = tokens(chip, cipher, mapped, own.publicKey(), chipKey);
    Optional<byte[]> proof = chipAuthenticationData(answer, secret);
    Arrays.fill(secret, (byte) 0);
    PaceTranscript transcript =
        new PaceTranscript(
            protocol, choice.parameters(), mappingKey, proof, mapped.compressed(chipKey));
    return new Established(new SecureMessaging(cipher, protocol.algorithm().counter()), transcript);
  }

  private List<Tlv> tokens(
      DynamicAuthentication chip,
      SessionCipher cipher,
      DomainParameters parameters,
      byte[] ownKey,
      byte[] chipKey)
      throws IOException, ChipProtocolException, ChipAccessDeniedException {
    byte[] token = cipher.token(publicKey(parameters, chipKey));
    ResponseApdu response = chip.lastStep(Tlv.encode(TERMINAL_TOKEN, token));
    if (response.status() == StatusWord.AUTHENTICATION_FAILED
        || response.status() >> 4 == StatusWord.TRIES_LEFT >> 4) {
      throw new ChipAccessDeniedException(
          "PACE was refused with " + StatusWord.text(response.status()));
    }
    List<Tlv> answer = DynamicAuthentication.answered(response);
    byte[] expected = cipher.token(publicKey(parameters, ownKey));
    if (!MessageDigest.isEqual(expected, DynamicAuthentication.value(answer, CHIP_TOKEN))) {
      throw new ChipProtocolException("the chip did not authenticate itself");
    }
    return answer;
  }

  private byte[] publicKey(DomainParameters parameters, byte[] key) {
    return Tlv.encode(
        PUBLIC_KEY,
        Tlv.encode(OBJECT_IDENTIFIER, protocol.oid()),
        Tlv.encode(parameters.publicKeyTag(), key));
  }

  /** CA.IC of chip authentication mapping, decrypted (section 4.4.3.5.2). */
  private Optional<byte[]> chipAuthenticationData(List<Tlv> answer, byte[] secret)
      throws ChipProtocolException, MalformedDataException {
    if (protocol.mapping() != PaceMapping.CHIP_AUTHENTICATION) {
      return Optional.empty();
    }
    SessionAlgorithm algorithm = protocol.algorithm();
    byte[] encrypted = DynamicAuthentication.value(answer, CHIP_AUTHENTICATION_DATA);
    if (encrypted.length == 0 || encrypted.length % algorithm.blockBytes() != 0) {
      throw new ChipProtocolException("chip authentication data of " + encrypted.length + " bytes");
    }
    byte[] key = algorithm.key(secret, KeyDerivation.ENCRYPTION);
    byte[] ones = new byte[algorithm.blockBytes()];
    Arrays.fill(ones, (byte) 0xFF);
    byte[] padded = algorithm.cbc(false, key, algorithm.cbc(true, key, ones), encrypted);
    Arrays.fill(key, (byte) 0);
    return Optional.of(Padding.unpad(padded, algorithm.blockBytes()));
  }
}
