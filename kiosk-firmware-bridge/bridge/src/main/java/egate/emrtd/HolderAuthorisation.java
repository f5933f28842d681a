package egate.emrtd;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The certificate holder authorisation of a CV certificate (BSI TR-03110-3 section C.1.5): a role,
 * and rights that count only as far as everybody above has them too.
 *
 * @param role of the holder
 * @param inspection whether it is about inspection systems; other terminals read no eMRTD
 * @param readFingers the right to DG3
 * @param readIrises the right to DG4
 */
public record HolderAuthorisation(
    Role role, boolean inspection, boolean readFingers, boolean readIrises) {

  private static final int OBJECT_IDENTIFIER = 0x06;
  private static final int DISCRETIONARY_DATA = 0x53;
  private static final int RIGHTS_BYTES_MAX = 8;
  private static final int ROLE_SHIFT = 6;
  private static final int READ_FINGERS = 0x01;
  private static final int READ_IRISES = 0x02;

  /** id-IS, 0.4.0.127.0.7.3.1.2.1. */
  private static final byte[] INSPECTION_SYSTEM = HexFormat.of().parseHex("04007F000703010201");

  /** In the order of the two bits that code it. */
  public enum Role {
    /** Inspection system, for other kinds any terminal. */
    TERMINAL,
    /** A document verifier of another state, for the CVCA that certified it. */
    FOREIGN_VERIFIER,
    /** A document verifier of the CVCA's own state. */
    OFFICIAL_VERIFIER,
    CVCA;

    public boolean isVerifier() {
      return this == FOREIGN_VERIFIER || this == OFFICIAL_VERIFIER;
    }

    /** Whether it may certify a holder of that role. */
    public boolean certifies(Role below) {
      return switch (this) {
        case CVCA -> below == CVCA || below.isVerifier();
        case OFFICIAL_VERIFIER, FOREIGN_VERIFIER -> below == TERMINAL;
        case TERMINAL -> false;
      };
    }
  }

  /** The data object 7F4C. */
  static HolderAuthorisation parse(Tlv object) throws MalformedDataException {
    List<Tlv> children = object.children();
    if (!children.stream()
        .map(Tlv::tag)
        .toList()
        .equals(List.of(OBJECT_IDENTIFIER, DISCRETIONARY_DATA))) {
      throw new MalformedDataException("authorisation whose data objects are not as they must be");
    }
    boolean inspection = Arrays.equals(children.get(0).value(), INSPECTION_SYSTEM);
    byte[] rights = children.get(1).value();
    if (rights.length == 0
        || rights.length > RIGHTS_BYTES_MAX
        || (inspection && rights.length != 1)) {
      throw new MalformedDataException("authorisation of " + rights.length + " bytes");
    }
    Role role = Role.values()[Byte.toUnsignedInt(rights[0]) >> ROLE_SHIFT];
    return new HolderAuthorisation(
        role,
        inspection,
        inspection && (rights[0] & READ_FINGERS) != 0,
        inspection && (rights[0] & READ_IRISES) != 0);
  }

  /** What is left of these rights below an authority with those. */
  public HolderAuthorisation under(HolderAuthorisation authority) {
    return new HolderAuthorisation(
        role,
        inspection && authority.inspection,
        readFingers && authority.readFingers,
        readIrises && authority.readIrises);
  }
}
