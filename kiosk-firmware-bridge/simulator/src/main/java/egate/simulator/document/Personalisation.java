package egate.simulator.document;

import egate.emrtd.BsiOid;
import egate.emrtd.DomainParameters;
import egate.emrtd.EfCvca;
import egate.emrtd.EphemeralKey;
import egate.emrtd.PaceMapping;
import egate.emrtd.StandardParameters;
import egate.emrtd.Tlv;
import egate.simulator.document.ChipKeys.ChipAuthenticationKey;
import egate.simulator.document.ChipKeys.SigningKey;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;

/** Gives a chip its keys, and writes what it offers into its files (Doc 9303-11 section 9.2). */
final class Personalisation {
  private static final int INTEGER = 0x02;
  private static final int OBJECT_IDENTIFIER = 0x06;
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int PACE_VERSION = 2;
  private static final int VERSION = 1;

  /** id-TA. */
  private static final int TERMINAL_AUTHENTICATION = 2;

  /** id-icao-mrtd-security-aaProtocolObject, and ecdsa-plain-SHA256 of BSI TR-03111. */
  private static final byte[] ACTIVE_AUTHENTICATION = HexFormat.of().parseHex("678108010105");

  private static final byte[] ECDSA_PLAIN_SHA256 = HexFormat.of().parseHex("04007F00070101040103");

  private final ChipProtocols protocols;
  private final Optional<ChipAuthenticationKey> chipAuthentication;
  private final Optional<MappingKey> mapping;
  private final Optional<AsymmetricCipherKeyPair> signing;

  /** The static key pair of chip authentication mapping, in the group that PACE uses. */
  private record MappingKey(StandardParameters parameters, EphemeralKey key) {}

  Personalisation(ChipProtocols protocols, SeededRandom random) {
    this.protocols = protocols;
    this.chipAuthentication =
        protocols.chipAuthentication().map(offer -> chipAuthenticationKey(offer, random));
    this.mapping =
        protocols.pace().stream()
            .filter(offer -> offer.protocol().mapping() == PaceMapping.CHIP_AUTHENTICATION)
            .map(PaceOffer::parameters)
            .findFirst()
            .map(group -> new MappingKey(group, group.parameters().generate(random)));
    this.signing =
        protocols.activeAuthentication().map(scheme -> PublicKeys.generate(scheme, random));
  }

  private static ChipAuthenticationKey chipAuthenticationKey(
      ChipProtocols.ChipAuthenticationOffer offer, SeededRandom random) {
    DomainParameters parameters = offer.parameters().parameters();
    return new ChipAuthenticationKey(offer.protocol(), parameters, parameters.generate(random));
  }

  ChipKeys keys() {
    return new ChipKeys(
        protocols.pace(),
        chipAuthentication,
        mapping.map(MappingKey::key),
        signing.map(
            pair ->
                new SigningKey(
                    pair.getPrivate(), protocols.activeAuthentication().orElseThrow().digest())),
        protocols.terminalTrust());
  }

  /** EF.CVCA; nothing on a chip that shows its fingers to everybody. */
  Optional<byte[]> cvca() {
    return protocols
        .terminalTrust()
        .map(trust -> new EfCvca(List.of(trust.authority().holderReference())).encoded());
  }

  /** EF.CardAccess; nothing on a chip without PACE. */
  Optional<byte[]> cardAccess() {
    return protocols.pace().isEmpty()
        ? Optional.empty()
        : Optional.of(cardAccess(protocols.pace()));
  }

  static byte[] cardAccess(List<PaceOffer> offers) {
    return Tlv.encode(SET, pace(offers));
  }

  /** What EF.CardSecurity signs; nothing on a chip without chip authentication mapping. */
  Optional<byte[]> cardSecurity() {
    return mapping.map(
        own ->
            Tlv.encode(
                SET,
                pace(protocols.pace()),
                chipAuthenticationKey(
                    true, PublicKeys.encode(own.parameters().parameters(), own.key()))));
  }

  /** DG14; nothing where the chip offers nothing that is said there. */
  Optional<byte[]> dg14() {
    ByteArrayOutputStream infos = new ByteArrayOutputStream();
    infos.writeBytes(pace(protocols.pace()));
    chipAuthentication.ifPresent(
        own -> {
          infos.writeBytes(info(own.protocol().oid(), number(VERSION)));
          infos.writeBytes(
              chipAuthenticationKey(
                  own.protocol().ecdh(), PublicKeys.encode(own.parameters(), own.key())));
        });
    if (protocols.terminalTrust().isPresent()) {
      infos.writeBytes(info(BsiOid.of(TERMINAL_AUTHENTICATION), number(VERSION)));
    }
    if (protocols.activeAuthentication().filter(scheme -> !scheme.isRsa()).isPresent()) {
      infos.writeBytes(
          info(
              ACTIVE_AUTHENTICATION,
              number(VERSION),
              Tlv.encode(OBJECT_IDENTIFIER, ECDSA_PLAIN_SHA256)));
    }
    return infos.size() == 0
        ? Optional.empty()
        : Optional.of(Tlv.encode(ElementaryFile.DG14.tag(), Tlv.encode(SET, infos.toByteArray())));
  }

  /** DG15; nothing on a chip without active authentication. */
  Optional<byte[]> dg15() {
    return signing.map(
        pair -> Tlv.encode(ElementaryFile.DG15.tag(), PublicKeys.encode(pair.getPublic())));
  }

  private static byte[] pace(List<PaceOffer> offers) {
    ByteArrayOutputStream infos = new ByteArrayOutputStream();
    for (PaceOffer offer : offers) {
      infos.writeBytes(
          info(offer.protocol().oid(), number(PACE_VERSION), number(offer.parameters().id())));
    }
    return infos.toByteArray();
  }

  private static byte[] chipAuthenticationKey(boolean ecdh, byte[] publicKeyInfo) {
    return info(BsiOid.of(1, ecdh ? 2 : 1), publicKeyInfo);
  }

  private static byte[] info(byte[] oid, byte[]... rest) {
    ByteArrayOutputStream parts = new ByteArrayOutputStream();
    for (byte[] part : rest) {
      parts.writeBytes(part);
    }
    return Tlv.encode(SEQUENCE, Tlv.encode(OBJECT_IDENTIFIER, oid), parts.toByteArray());
  }

  private static byte[] number(int small) {
    return Tlv.encode(INTEGER, new byte[] {(byte) small});
  }
}
