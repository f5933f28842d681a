package egate.terminal;

import egate.emrtd.CertificatePath;
import egate.emrtd.CvCertificate;
import egate.emrtd.CvPublicKey;
import egate.emrtd.HolderAuthorisation.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The CV certificates of one gate: CVCAs and their links, the document verifiers that each of them
 * certified, and the gate's own. All of the gate's own are for one key.
 */
public final class TerminalCertificates {
  /** A CVCA's key lives for three years at the most; no chip is older than ten. */
  private static final int LINKS_MAX = 8;

  private static final int CERTIFICATES_MAX = 512;

  private final List<CvCertificate> all;

  private TerminalCertificates(List<CvCertificate> all) {
    this.all = all;
  }

  /**
   * Takes certificates in any order.
   *
   * @throws CertificatesException when they are not one gate's, or one is not what it says
   */
  public static TerminalCertificates of(List<CvCertificate> certificates)
      throws CertificatesException {
    TerminalCertificates found = new TerminalCertificates(List.copyOf(certificates));
    if (certificates.size() > CERTIFICATES_MAX) {
      throw new CertificatesException("more than " + CERTIFICATES_MAX + " certificates");
    }
    List<CvCertificate> own = found.own();
    if (own.isEmpty()) {
      throw new CertificatesException("no certificate of an inspection system is among them");
    }
    if (own.stream().map(CvCertificate::publicKey).map(Key::of).distinct().count() != 1) {
      throw new CertificatesException("the inspection system's certificates are for several keys");
    }
    for (CvCertificate certificate : certificates) {
      found.requireGood(certificate);
    }
    return found;
  }

  /** By what a key is known, whatever its certificate spells out. */
  private record Key(String scheme, String material) {
    static Key of(CvPublicKey key) {
      return new Key(key.signature().name(), HexFormat.of().formatHex(key.material()));
    }
  }

  /** Whose certifier is here as well must have been certified by it; that of a root need not be. */
  private void requireGood(CvCertificate certificate) throws CertificatesException {
    String name = certificate.holderReference();
    if (!certificate.authorisation().inspection()) {
      throw new CertificatesException(name + " is not for inspection systems");
    }
    List<CvCertificate> certifiers =
        named(certificate.authorityReference()).filter(c -> !isLinkOfSame(c, certificate)).toList();
    boolean good =
        certifiers.stream()
            .anyMatch(
                certifier ->
                    certifier.authorisation().role().certifies(certificate.authorisation().role())
                        && CvVerifier.isSignedWith(certificate, effectiveKey(certifier)));
    for (CvCertificate certifier : certifiers) {
      if (!effectiveKey(certifier).isComplete()) {
        throw new CertificatesException(
            certifier.holderReference()
                + " is on a curve that "
                + certifier.authorityReference()
                + " should spell out, whose certificate is missing or has none");
      }
    }
    if (!certifiers.isEmpty() && !good) {
      throw new CertificatesException(
          name + " was not certified by " + certificate.authorityReference());
    }
    if (certifiers.isEmpty() && certificate.authorisation().role() == Role.TERMINAL) {
      throw new CertificatesException(
          name + " lacks the certificate of " + certificate.authorityReference());
    }
  }

  /** A CVCA's key may be here twice, in a certificate of its own and in a link to it. */
  private static boolean isLinkOfSame(CvCertificate certifier, CvCertificate certificate) {
    return certificate.isSelfSigned() && !certifier.isSelfSigned();
  }

  /** With the curve of whoever certified it, where that is here. */
  private CvPublicKey effectiveKey(CvCertificate certificate) {
    CvPublicKey key = certificate.publicKey();
    return key.isComplete()
        ? key
        : named(certificate.authorityReference())
            .map(CvCertificate::publicKey)
            .filter(CvPublicKey::isComplete)
            .findFirst()
            .map(key::under)
            .orElse(key);
  }

  private Stream<CvCertificate> named(String holder) {
    return all.stream().filter(c -> c.holderReference().equals(holder));
  }

  private List<CvCertificate> own() {
    return all.stream().filter(c -> c.authorisation().role() == Role.TERMINAL).toList();
  }

  /** The gate's public key with its curve, as far as that is known. */
  CvPublicKey terminalKey() {
    CvCertificate own = own().getFirst();
    return named(own.authorityReference())
        .findFirst()
        .map(verifier -> own.publicKey().under(effectiveKey(verifier)))
        .orElse(own.publicKey());
  }

  /**
   * The shortest way from a key that a chip knows, one that has not expired before one that has.
   *
   * @param reference the CVCA's
   * @param today by which expiry is judged
   */
  public Optional<CertificatePath> pathFrom(String reference, LocalDate today) {
    return own().stream()
        .flatMap(own -> named(own.authorityReference()).map(verifier -> List.of(verifier, own)))
        .filter(pair -> pair.getFirst().authorisation().role().isVerifier())
        .flatMap(pair -> links(reference, pair.getFirst()).map(links -> joined(links, pair)))
        .map(path -> new CertificatePath(path, limit(path).isBefore(today)))
        .min(
            Comparator.comparing(CertificatePath::expired)
                .thenComparingInt(path -> path.certificates().size()));
  }

  /** From that key to the verifier's CVCA: none where it is the same, and in their order. */
  private Stream<List<CvCertificate>> links(String reference, CvCertificate verifier) {
    List<CvCertificate> links = new ArrayList<>();
    String wanted = verifier.authorityReference();
    while (!wanted.equals(reference)) {
      String holder = wanted;
      Optional<CvCertificate> link =
          named(holder)
              .filter(c -> c.authorisation().role() == Role.CVCA && !c.isSelfSigned())
              .findFirst();
      if (link.isEmpty() || links.size() == LINKS_MAX) {
        return Stream.empty();
      }
      links.addFirst(link.get());
      wanted = link.get().authorityReference();
    }
    return Stream.of(links);
  }

  private static List<CvCertificate> joined(List<CvCertificate> links, List<CvCertificate> pair) {
    return Stream.concat(links.stream(), pair.stream()).toList();
  }

  /** The last day of verifier and inspection system; chips take links after their last day too. */
  private static LocalDate limit(List<CvCertificate> path) {
    return path.stream()
        .filter(certificate -> certificate.authorisation().role() != Role.CVCA)
        .map(CvCertificate::expiration)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  /**
   * The clock: the last day on which the gate can read the fingers of every chip that it was made
   * to read. After it those whose CVCA certified the verifier that ran out keep them to themselves.
   */
  public LocalDate limit() {
    return all.stream()
        .filter(c -> c.authorisation().role().isVerifier())
        .map(CvCertificate::authorityReference)
        .distinct()
        .flatMap(authority -> latestFrom(authority).stream())
        .min(Comparator.naturalOrder())
        .orElse(own().getFirst().expiration());
  }

  private Optional<LocalDate> latestFrom(String authority) {
    return own().stream()
        .flatMap(own -> named(own.authorityReference()).map(verifier -> List.of(verifier, own)))
        .filter(pair -> pair.getFirst().authorityReference().equals(authority))
        .map(TerminalCertificates::limit)
        .max(Comparator.naturalOrder());
  }

  @Override
  public String toString() {
    return "TerminalCertificates of " + own().getFirst().holderReference();
  }
}
