package egate.emrtd;

import java.util.Optional;

/**
 * One of PACE's protocols (Doc 9303-11 section 9.2.1).
 *
 * @param ecdh over an elliptic curve; Diffie-Hellman otherwise
 */
public record PaceProtocol(PaceMapping mapping, boolean ecdh, SessionAlgorithm algorithm) {
  private static final int PACE = 4;

  public PaceProtocol {
    if (mapping == PaceMapping.CHIP_AUTHENTICATION
        && (!ecdh || algorithm == SessionAlgorithm.TRIPLE_DES)) {
      throw new IllegalArgumentException("chip authentication mapping is for ECDH and AES");
    }
  }

  /** By the value of its object identifier; empty where that is none of them. */
  public static Optional<PaceProtocol> of(byte[] oid) {
    int[] arcs = BsiOid.arcs(oid);
    if (arcs.length != 3 || arcs[0] != PACE) {
      return Optional.empty();
    }
    return SessionAlgorithm.of(arcs[2]).flatMap(algorithm -> of(arcs[1], algorithm));
  }

  private static Optional<PaceProtocol> of(int arc, SessionAlgorithm algorithm) {
    boolean cam = algorithm != SessionAlgorithm.TRIPLE_DES;
    return switch (arc) {
      case 1 -> Optional.of(new PaceProtocol(PaceMapping.GENERIC, false, algorithm));
      case 2 -> Optional.of(new PaceProtocol(PaceMapping.GENERIC, true, algorithm));
      case 3 -> Optional.of(new PaceProtocol(PaceMapping.INTEGRATED, false, algorithm));
      case 4 -> Optional.of(new PaceProtocol(PaceMapping.INTEGRATED, true, algorithm));
      case 6 ->
          cam
              ? Optional.of(new PaceProtocol(PaceMapping.CHIP_AUTHENTICATION, true, algorithm))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** The value of its object identifier. */
  public byte[] oid() {
    int arc =
        switch (mapping) {
          case GENERIC -> ecdh ? 2 : 1;
          case INTEGRATED -> ecdh ? 4 : 3;
          case CHIP_AUTHENTICATION -> 6;
        };
    return BsiOid.of(PACE, arc, algorithm.arc());
  }
}
