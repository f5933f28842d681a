package egate.emrtd;

import java.util.Optional;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;

/** The standardised domain parameters (Doc 9303-11 section 9.5.1), by their numbers. */
public enum StandardParameters {
  MODP_1024_160(0, 80),
  MODP_2048_224(1, 112),
  MODP_2048_256(2, 112),
  P_192(8, 96),
  BRAINPOOL_P192R1(9, 96),
  P_224(10, 112),
  BRAINPOOL_P224R1(11, 112),
  P_256(12, 128),
  BRAINPOOL_P256R1(13, 128),
  BRAINPOOL_P320R1(14, 160),
  P_384(15, 192),
  BRAINPOOL_P384R1(16, 192),
  BRAINPOOL_P512R1(17, 256),
  P_521(18, 256);

  private final int id;
  private final int strengthBits;

  StandardParameters(int id, int strengthBits) {
    this.id = id;
    this.strengthBits = strengthBits;
  }

  /** Empty for numbers that are reserved. */
  public static Optional<StandardParameters> of(int id) {
    for (StandardParameters parameters : values()) {
      if (parameters.id == id) {
        return Optional.of(parameters);
      }
    }
    return Optional.empty();
  }

  public int id() {
    return id;
  }

  public boolean isCurve() {
    return id >= P_192.id;
  }

  /** Whether points can be encoded as integrated mapping does: the prime is 3 modulo 4. */
  public boolean allowsIntegratedMapping() {
    return this != P_224;
  }

  /** Bits of security that they promise. */
  int strengthBits() {
    return strengthBits;
  }

  public DomainParameters parameters() {
    return switch (this) {
      case MODP_1024_160 -> new DhParameters(Rfc5114Groups.MODP_1024_160);
      case MODP_2048_224 -> new DhParameters(Rfc5114Groups.MODP_2048_224);
      case MODP_2048_256 -> new DhParameters(Rfc5114Groups.MODP_2048_256);
      case P_192, P_224, P_256, P_384, P_521 -> curve(name().replace('_', '-'));
      default -> curve("brainpoolP" + name().substring(11, 14) + "r1");
    };
  }

  /** BouncyCastle's faster arithmetic where it has some for the curve. */
  private static EcParameters curve(String name) {
    X9ECParameters fast = CustomNamedCurves.getByName(name);
    return new EcParameters(
        new ECDomainParameters(fast != null ? fast : ECNamedCurveTable.getByName(name)));
  }
}
