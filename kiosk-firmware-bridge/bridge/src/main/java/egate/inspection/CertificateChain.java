package egate.inspection;

import egate.emrtd.EmrtdCertificate;
import egate.report.Check;
import egate.report.CheckResult;
import egate.report.Reason;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The check of the document signer's certificate against the trust store (Doc 9303-11 5.1). */
final class CertificateChain {
  private CertificateChain() {}

  /**
   * @param signedAt when the document was signed; both certificates must have been valid then
   */
  static CheckResult verify(EmrtdCertificate signer, TrustStore trust, Instant signedAt) {
    List<EmrtdCertificate> named =
        signer.authorityKeyIdentifier().map(trust::withKeyIdentifier).orElse(List.of());
    Set<EmrtdCertificate> candidates = new LinkedHashSet<>(named);
    candidates.addAll(trust.withSubject(signer.issuer()));
    CheckResult otherwise = withoutIssuer(!named.isEmpty());
    for (EmrtdCertificate issuer : candidates) {
      try {
        if (!isSignedBy(signer, issuer)) {
          continue;
        }
        if (signer.isValidAt(signedAt) && issuer.isValidAt(signedAt)) {
          return Verdicts.passed(Check.CERTIFICATE_CHAIN);
        }
        // States issue new certificates for an old key, so another one may have been valid.
        otherwise = Verdicts.failed(Check.CERTIFICATE_CHAIN, Reason.SIGNER_NOT_VALID_AT_SIGNING);
      } catch (UnsupportedAlgorithmException e) {
        otherwise = Verdicts.undetermined(Check.CERTIFICATE_CHAIN, Reason.ALGORITHM_NOT_SUPPORTED);
      }
    }
    return otherwise;
  }

  /** A name may outlive its key, but who claims a known key must have been signed with it. */
  private static CheckResult withoutIssuer(boolean keyKnown) {
    return keyKnown
        ? Verdicts.failed(Check.CERTIFICATE_CHAIN, Reason.SOD_SIGNATURE_WRONG)
        : Verdicts.undetermined(Check.CERTIFICATE_CHAIN, Reason.ISSUER_UNKNOWN);
  }

  private static boolean isSignedBy(EmrtdCertificate signer, EmrtdCertificate issuer)
      throws UnsupportedAlgorithmException {
    return SignatureVerifier.holds(
        SignatureScheme.of(signer.signatureAlgorithm(), signer.signatureAlgorithm()),
        issuer.publicKey(),
        signer.signed(),
        signer.signature());
  }
}
