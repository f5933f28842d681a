package egate.emrtd.lds;

import egate.emrtd.BsiOid;
import egate.emrtd.ChipAuthenticationProtocol;
import egate.emrtd.MalformedDataException;
import egate.emrtd.PaceProtocol;
import egate.emrtd.Tlv;
import egate.emrtd.lds.SecurityInfo.ActiveAuthentication;
import egate.emrtd.lds.SecurityInfo.ChipAuthentication;
import egate.emrtd.lds.SecurityInfo.ChipAuthenticationKey;
import egate.emrtd.lds.SecurityInfo.Pace;
import egate.emrtd.lds.SecurityInfo.TerminalAuthentication;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The protocols and keys that a chip offers (Doc 9303-11 section 9.2): all of EF.CardAccess, the
 * content of DG14, and what EF.CardSecurity signs. Those that are not known are left out.
 *
 * @param infos in their order
 */
public record SecurityInfos(List<SecurityInfo> infos) {
  private static final int INTEGER = 0x02;
  private static final int OCTET_STRING = 0x04;
  private static final int OBJECT_IDENTIFIER = 0x06;
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int INFOS_MAX = 64;
  private static final int KEY_DEPTH_MAX = 8;

  /** id-icao-mrtd-security-aaProtocolObject, 2.23.136.1.1.5. */
  private static final byte[] ACTIVE_AUTHENTICATION = HexFormat.of().parseHex("678108010105");

  private static final byte[] TERMINAL_AUTHENTICATION = BsiOid.of(2);
  private static final byte[] DH_KEY = BsiOid.of(1, 1);
  private static final byte[] ECDH_KEY = BsiOid.of(1, 2);

  public SecurityInfos {
    infos = List.copyOf(infos);
  }

  /** DG14, tag and all. */
  public static SecurityInfos parseDg14(byte[] file) throws MalformedDataException {
    return parse(Tlv.parse(file).expect(LdsFile.DG14.tag()).value());
  }

  /** A set of security infos: EF.CardAccess, or the content of the others. */
  public static SecurityInfos parse(byte[] set) throws MalformedDataException {
    List<Tlv> elements = Tlv.parse(set).expect(SET).children();
    if (elements.size() > INFOS_MAX) {
      throw new MalformedDataException(elements.size() + " security infos");
    }
    List<SecurityInfo> infos = new ArrayList<>();
    for (Tlv element : elements) {
      info(element).ifPresent(infos::add);
    }
    return new SecurityInfos(infos);
  }

  private static Optional<SecurityInfo> info(Tlv element) throws MalformedDataException {
    List<Tlv> parts = element.expect(SEQUENCE).children();
    if (parts.size() < 2 || parts.size() > 3) {
      throw new MalformedDataException("security info of " + parts.size() + " parts");
    }
    byte[] oid = parts.getFirst().expect(OBJECT_IDENTIFIER).value();
    Optional<PaceProtocol> pace = PaceProtocol.of(oid);
    if (pace.isPresent()) {
      return Optional.of(new Pace(pace.get(), number(parts.get(1)), optional(parts)));
    }
    Optional<ChipAuthenticationProtocol> chip = ChipAuthenticationProtocol.of(oid);
    if (chip.isPresent()) {
      return Optional.of(new ChipAuthentication(chip.get(), number(parts.get(1)), optional(parts)));
    }
    if (Arrays.equals(oid, DH_KEY) || Arrays.equals(oid, ECDH_KEY)) {
      Tlv key = parts.get(1).expect(SEQUENCE);
      key.requireDepth(KEY_DEPTH_MAX);
      boolean ecdh = Arrays.equals(oid, ECDH_KEY);
      return Optional.of(new ChipAuthenticationKey(ecdh, key.encoded(), optional(parts)));
    }
    if (Arrays.equals(oid, TERMINAL_AUTHENTICATION)) {
      return Optional.of(new TerminalAuthentication(number(parts.get(1)), efCvca(parts)));
    }
    if (Arrays.equals(oid, ACTIVE_AUTHENTICATION) && parts.size() == 3) {
      return Optional.of(new ActiveAuthentication(parts.get(2).expect(OBJECT_IDENTIFIER).value()));
    }
    return Optional.empty();
  }

  /** FileID: the long identifier, and a short one that says the same. */
  private static Optional<Integer> efCvca(List<Tlv> parts) throws MalformedDataException {
    if (parts.size() < 3) {
      return Optional.empty();
    }
    List<Tlv> ids = parts.get(2).expect(SEQUENCE).children();
    byte[] id = ids.isEmpty() ? new byte[0] : ids.getFirst().expect(OCTET_STRING).value();
    if (id.length != 2) {
      throw new MalformedDataException("file identifier of " + id.length + " bytes");
    }
    return Optional.of(Byte.toUnsignedInt(id[0]) << 8 | Byte.toUnsignedInt(id[1]));
  }

  private static Optional<Integer> optional(List<Tlv> parts) throws MalformedDataException {
    return parts.size() == 3 ? Optional.of(number(parts.get(2))) : Optional.empty();
  }

  private static int number(Tlv integer) throws MalformedDataException {
    byte[] value = integer.expect(INTEGER).value();
    if (value.length == 0 || value.length > 4) {
      throw new MalformedDataException("integer of " + value.length + " bytes");
    }
    return new BigInteger(value).intValue();
  }

  /** All of one kind, in their order. */
  public <T extends SecurityInfo> Stream<T> all(Class<T> kind) {
    return infos.stream().filter(kind::isInstance).map(kind::cast);
  }

  /** Every PACE that is offered. */
  public List<Pace> pace() {
    return all(Pace.class).toList();
  }
}
