package egate.emrtd;

import egate.emrtd.lds.SecurityInfo;
import egate.emrtd.lds.SecurityInfo.ChipAuthenticationKey;
import egate.emrtd.lds.SecurityInfos;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The terminal's side of chip authentication, version 1 (Doc 9303-11 section 6.2): new session keys
 * that only the chip with the static private key can know.
 */
final class ChipAuthentication {
  private static final int MANAGE_SECURITY_ENVIRONMENT = 0x22;
  private static final int SET_COMPUTATION = 0x41;
  private static final int KEY_AGREEMENT_TEMPLATE = 0xA6;
  private static final int AUTHENTICATION_TEMPLATE = 0xA4;
  private static final int PROTOCOL = 0x80;
  private static final int KEY_REFERENCE = 0x84;
  private static final int EPHEMERAL_KEY = 0x91;
  private static final int DYNAMIC_KEY = 0x80;

  private static final Comparator<ChipAuthenticationProtocol> BY_STRENGTH =
      Comparator.comparingInt(protocol -> protocol.algorithm().strengthBits());

  private final ChipAuthenticationProtocol protocol;
  private final ChipAuthenticationKey key;

  private ChipAuthentication(ChipAuthenticationProtocol protocol, ChipAuthenticationKey key) {
    this.protocol = protocol;
    this.key = key;
  }

  /** The strongest protocol that is offered together with a key for it. */
  static Optional<ChipAuthentication> choose(SecurityInfos offered) {
    return offered
        .all(ChipAuthenticationKey.class)
        .map(key -> new ChipAuthentication(protocol(offered, key), key))
        .max(Comparator.comparing(choice -> choice.protocol, BY_STRENGTH));
  }

  /** Early chips give a key and do not say what for: 3DES, for there was nothing else. */
  private static ChipAuthenticationProtocol protocol(
      SecurityInfos offered, ChipAuthenticationKey key) {
    return offered
        .all(SecurityInfo.ChipAuthentication.class)
        .filter(info -> info.protocol().ecdh() == key.ecdh() && isFor(info, key))
        .map(SecurityInfo.ChipAuthentication::protocol)
        .max(BY_STRENGTH)
        .orElse(new ChipAuthenticationProtocol(key.ecdh(), SessionAlgorithm.TRIPLE_DES));
  }

  private static boolean isFor(SecurityInfo.ChipAuthentication info, ChipAuthenticationKey key) {
    return info.keyId().isEmpty() || key.keyId().isEmpty() || info.keyId().equals(key.keyId());
  }

  /**
   * Draws the terminal's ephemeral key and agrees on a secret with the chip's static one.
   *
   * @throws MalformedDataException when that is no key, or none that this side can use
   */
  Attempt begin(RandomGenerator random) throws MalformedDataException {
    AgreementKey chip = AgreementKey.parse(key.publicKeyInfo());
    try (EphemeralKey own = chip.parameters().generate(random)) {
      byte[] secret = own.agree(chip.publicKey());
      ChipAuthenticationTranscript transcript =
          new ChipAuthenticationTranscript(protocol, key.publicKeyInfo(), own.privateKey());
      byte[] terminalKey = own.publicKey();
      byte[] compressed = chip.parameters().compressed(terminalKey);
      return new Attempt(terminalKey, compressed, secret, transcript);
    }
  }

  /** One run. Nothing is proved before the chip has answered under the new keys. */
  final class Attempt implements AutoCloseable {
    private final byte[] terminalKey;
    private final byte[] compressedTerminalKey;
    private final byte[] secret;
    private final ChipAuthenticationTranscript transcript;

    private Attempt(
        byte[] terminalKey,
        byte[] compressedTerminalKey,
        byte[] secret,
        ChipAuthenticationTranscript transcript) {
      this.terminalKey = terminalKey;
      this.compressedTerminalKey = compressedTerminalKey;
      this.secret = secret;
      this.transcript = transcript;
    }

    ChipAuthenticationTranscript transcript() {
      return transcript;
    }

    /** What terminal authentication signs over. */
    byte[] compressedTerminalKey() {
      return compressedTerminalKey;
    }

    /** Gives the chip the terminal's public key; false when it refuses. */
    boolean send(ChipLink link) throws IOException, ChipProtocolException {
      if (protocol.algorithm() == SessionAlgorithm.TRIPLE_DES) {
        byte[] ephemeral = Tlv.encode(EPHEMERAL_KEY, terminalKey);
        return manage(link, KEY_AGREEMENT_TEMPLATE, ephemeral, keyReference());
      }
      byte[] named = Tlv.encode(PROTOCOL, protocol.oid());
      if (!manage(link, AUTHENTICATION_TEMPLATE, named, keyReference())) {
        return false;
      }
      byte[] ephemeral = Tlv.encode(DYNAMIC_KEY, terminalKey);
      return new DynamicAuthentication(link).lastStep(ephemeral).status() == StatusWord.OK;
    }

    /** The session that only the genuine chip can go on with. */
    SecureMessaging session() {
      SessionAlgorithm algorithm = protocol.algorithm();
      return new SecureMessaging(algorithm.derive(secret), algorithm.counter());
    }

    @Override
    public void close() {
      Arrays.fill(secret, (byte) 0);
    }
  }

  private static boolean manage(ChipLink link, int template, byte[]... objects)
      throws IOException, ChipProtocolException {
    CommandApdu command =
        new CommandApdu(
            0,
            MANAGE_SECURITY_ENVIRONMENT,
            SET_COMPUTATION,
            template,
            Bytes.concat(objects),
            CommandApdu.NO_LE);
    return link.exchange(command).status() == StatusWord.OK;
  }

  private byte[] keyReference() {
    return key.keyId()
        .map(id -> Tlv.encode(KEY_REFERENCE, BigInteger.valueOf(id).toByteArray()))
        .orElse(new byte[0]);
  }
}
