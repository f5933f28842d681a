package egate.trust;

import egate.emrtd.EmrtdCertificate;
import egate.inspection.SignatureVerifier;
import egate.inspection.UnsupportedAlgorithmException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who signed a list, and how far that is proved.
 *
 * @param certificate under which the list's signature holds
 * @param csca under which that certificate's holds
 * @param trusted whether the CSCA was known before and not only brought along by the list itself
 */
record ListSigner(EmrtdCertificate certificate, EmrtdCertificate csca, boolean trusted) {

  /**
   * Checks the signature and the chain above it.
   *
   * @param anchors CSCA certificates that are trusted already
   * @return the signer, or why the list is refused
   */
  static Checked check(SignedList list, Collection<EmrtdCertificate> anchors) {
    try {
      Optional<EmrtdCertificate> signer = list.signer();
      if (signer.isEmpty()) {
        return new Checked.Refused("its signature is wrong");
      }
      Instant signedAt = list.signedAt(signer.get());
      if (!signer.get().isValidAt(signedAt)) {
        return new Checked.Refused("its signer was not valid when it signed");
      }
      Optional<EmrtdCertificate> known = issuer(signer.get(), anchors);
      if (known.isPresent()) {
        return new Checked.Signed(new ListSigner(signer.get(), known.get(), true));
      }
      return among(list.certificates(), signer.get(), anchors);
    } catch (UnsupportedAlgorithmException e) {
      return new Checked.Refused("is signed with what is not supported: " + e.getMessage());
    }
  }

  /**
   * Only where nothing is known yet may a list bring along the CSCA that it is to be trusted by.
   */
  private static Checked among(
      List<EmrtdCertificate> brought, EmrtdCertificate signer, Collection<EmrtdCertificate> anchors)
      throws UnsupportedAlgorithmException {
    if (!anchors.isEmpty()) {
      return new Checked.Refused(
          "its signer of " + countryOf(signer) + " was issued by none of the known CSCAs");
    }
    Optional<EmrtdCertificate> csca =
        issuer(signer, brought.stream().filter(c -> !c.equals(signer)).toList());
    if (csca.isEmpty() || !SignatureVerifier.isSignedWith(csca.get(), csca.get().publicKey())) {
      return new Checked.Refused("its signer's CSCA is unknown; give it with --csca");
    }
    return new Checked.Signed(new ListSigner(signer, csca.get(), false));
  }

  static String countryOf(EmrtdCertificate certificate) {
    return certificate
        .country()
        .map(country -> country.strip().toUpperCase(Locale.ROOT))
        .filter(country -> country.matches("[A-Z]{2}"))
        .orElse("--");
  }

  private static Optional<EmrtdCertificate> issuer(
      EmrtdCertificate certificate, Collection<EmrtdCertificate> candidates)
      throws UnsupportedAlgorithmException {
    for (EmrtdCertificate candidate : candidates) {
      if (candidate.subject().equals(certificate.issuer())
          && SignatureVerifier.isSignedWith(certificate, candidate.publicKey())) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /** What became of the check. */
  sealed interface Checked {
    record Signed(ListSigner signer) implements Checked {}

    record Refused(String why) implements Checked {}
  }
}
