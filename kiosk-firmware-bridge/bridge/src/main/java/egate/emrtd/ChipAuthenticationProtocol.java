package egate.emrtd;

import java.util.Optional;

/**
 * One of chip authentication's protocols (Doc 9303-11 section 9.2.5).
 *
 * @param ecdh over an elliptic curve; Diffie-Hellman otherwise
 */
public record ChipAuthenticationProtocol(boolean ecdh, SessionAlgorithm algorithm) {
  private static final int CHIP_AUTHENTICATION = 3;

  /** By the value of its object identifier; empty where that is none of them. */
  public static Optional<ChipAuthenticationProtocol> of(byte[] oid) {
    int[] arcs = BsiOid.arcs(oid);
    if (arcs.length != 3 || arcs[0] != CHIP_AUTHENTICATION || arcs[1] < 1 || arcs[1] > 2) {
      return Optional.empty();
    }
    return SessionAlgorithm.of(arcs[2])
        .map(algorithm -> new ChipAuthenticationProtocol(arcs[1] == 2, algorithm));
  }

  /** The value of its object identifier. */
  public byte[] oid() {
    return BsiOid.of(CHIP_AUTHENTICATION, ecdh ? 2 : 1, algorithm.arc());
  }
}
