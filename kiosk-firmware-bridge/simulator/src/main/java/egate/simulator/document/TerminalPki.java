package egate.simulator.document;

import egate.emrtd.CvCertificate;
import egate.emrtd.HolderAuthorisation.Role;
import egate.emrtd.TerminalSignature;
import java.time.LocalDate;
import java.util.List;

/**
 * The PKI by which an invented state decides who may read its passports' fingers: a CVCA, its next
 * key, a document verifier of its own, and one gate.
 */
public final class TerminalPki {
  private static final int ALL_RIGHTS = 3;
  private static final String CURVE = "brainpoolP256r1";

  private final CvHolder first;
  private final CvHolder next;
  private final CvHolder verifier;
  private final CvHolder gate;

  private TerminalPki(CvHolder first, CvHolder next, CvHolder verifier, CvHolder gate) {
    this.first = first;
    this.next = next;
    this.verifier = verifier;
    this.gate = gate;
  }

  /**
   * ECDSA with SHA-256 throughout, as most states do it; the same for the same seed.
   *
   * @param country of two letters
   */
  public static TerminalPki of(String country, long seed, LocalDate today) {
    CvHolder first =
        CvHolder.authority(
            new CvHolder.Terms(
                country + "CVCA00001",
                Role.CVCA,
                ALL_RIGHTS,
                today.minusYears(4),
                today.minusYears(1)),
            pair(seed));
    CvHolder next =
        first.certify(
            new CvHolder.Terms(
                country + "CVCA00002",
                Role.CVCA,
                ALL_RIGHTS,
                today.minusYears(2),
                today.plusYears(1)),
            pair(seed + 1));
    CvHolder verifier =
        next.certify(
            new CvHolder.Terms(
                country + "BORDER00007",
                Role.OFFICIAL_VERIFIER,
                ALL_RIGHTS,
                today.minusDays(60),
                today.plusDays(30)),
            pair(seed + 2));
    CvHolder gate =
        verifier.certify(
            new CvHolder.Terms(
                country + "EGATE00042", Role.TERMINAL, 1, today.minusDays(7), today.plusDays(21)),
            pair(seed + 3));
    return new TerminalPki(first, next, verifier, gate);
  }

  private static CvKeyPair pair(long seed) {
    return CvKeyPair.onCurve(TerminalSignature.ECDSA_SHA_256, CURVE, seed);
  }

  /** What chips of the first years trust; they have to be shown a link to the next. */
  public TerminalTrust trustOfOld() {
    return new TerminalTrust(first.certificate(), first.certificate().effective());
  }

  /** What chips of these years trust. */
  public TerminalTrust trustOfNew() {
    return new TerminalTrust(next.certificate(), next.certificate().effective());
  }

  /** What is installed at the gate. */
  public List<CvCertificate> certificates() {
    return List.of(next.certificate(), verifier.certificate(), gate.certificate());
  }

  public CvHolder gate() {
    return gate;
  }

  @Override
  public String toString() {
    return "TerminalPki of " + gate;
  }
}
