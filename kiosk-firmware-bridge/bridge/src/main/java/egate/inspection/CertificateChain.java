package egate.inspection;

import egate.emrtd.EmrtdCertificate;
import egate.report.Check;
import egate.report.CheckResult;
import egate.report.Reason;
import egate.report.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The check of the document signer's certificate against the trust store (Doc 9303-11 5.1): a CSCA
 * of the store signed it, itself a root or linked to one (Doc 9303-12 section 4.2.1).
 *
 * @param check its result
 * @param issuer the certificate of the store under whose key the signer's holds; empty without one
 */
record CertificateChain(CheckResult check, Optional<EmrtdCertificate> issuer) {
  /** A state's CSCA changes its key every three to five years; a store spans no more changes. */
  private static final int LINKS_MAX = 8;

  /**
   * Verifies.
   *
   * @param signedAt when the document was signed; signer and issuer must have been valid then
   * @param today the date at the gate: anchors that are too old prove nothing
   */
  static CertificateChain verify(
      EmrtdCertificate signer, TrustStore trust, Instant signedAt, LocalDate today) {
    CertificateChain chain = of(signer, trust, signedAt);
    boolean tooOld = trust.anchorsTooOldAt(today.atStartOfDay().toInstant(ZoneOffset.UTC));
    return chain.check.verdict() == Verdict.PASSED && tooOld
        ? undetermined(Reason.TRUST_DATA_TOO_OLD, chain.issuer)
        : chain;
  }

  private static CertificateChain of(EmrtdCertificate signer, TrustStore trust, Instant signedAt) {
    if (signer.isAuthority() || signer.isSpecialPurpose()) {
      return new CertificateChain(
          Verdicts.failed(Check.CERTIFICATE_CHAIN, Reason.SIGNER_NOT_ENTITLED), Optional.empty());
    }
    CertificateChain best = withoutIssuer(signer, trust);
    for (EmrtdCertificate issuer : trust.issuersOf(signer)) {
      try {
        if (isSignedBy(signer, issuer)) {
          CertificateChain chain = under(issuer, signer, trust, signedAt);
          if (chain.check.reason() == Reason.NONE) {
            return chain;
          }
          best = chain; // states certify one key several times, so another one may do
        }
      } catch (UnsupportedAlgorithmException e) {
        best = undetermined(Reason.ALGORITHM_NOT_SUPPORTED, Optional.empty());
      }
    }
    return best;
  }

  private static CertificateChain under(
      EmrtdCertificate issuer, EmrtdCertificate signer, TrustStore trust, Instant signedAt)
      throws UnsupportedAlgorithmException {
    if (!issuer.isAuthority()) {
      return undetermined(Reason.SIGNER_NOT_ENTITLED, Optional.empty());
    }
    if (!signer.isValidAt(signedAt) || !issuer.isValidAt(signedAt)) {
      return new CertificateChain(
          Verdicts.failed(Check.CERTIFICATE_CHAIN, Reason.SIGNER_NOT_VALID_AT_SIGNING),
          Optional.of(issuer));
    }
    return isAnchored(issuer, trust)
        ? new CertificateChain(Verdicts.passed(Check.CERTIFICATE_CHAIN), Optional.of(issuer))
        : undetermined(Reason.ISSUER_UNKNOWN, Optional.of(issuer));
  }

  static boolean isAnchored(EmrtdCertificate issuer, TrustStore trust)
      throws UnsupportedAlgorithmException {
    return isAnchored(issuer, trust, LINKS_MAX);
  }

  /**
   * A root signs itself. A link certificate is worth what the older root is worth that signed it.
   */
  private static boolean isAnchored(EmrtdCertificate issuer, TrustStore trust, int linksLeft)
      throws UnsupportedAlgorithmException {
    if (isSignedBy(issuer, issuer)) {
      return true;
    }
    for (EmrtdCertificate older : trust.issuersOf(issuer)) {
      if (linksLeft > 0
          && older.isAuthority()
          && older.isValidAt(issuer.notBefore())
          && isSignedBy(issuer, older)
          && isAnchored(older, trust, linksLeft - 1)) {
        return true;
      }
    }
    return false;
  }

  /** A name may outlive its key, but who claims a known key must have been signed with it. */
  private static CertificateChain withoutIssuer(EmrtdCertificate signer, TrustStore trust) {
    boolean keyKnown =
        signer
            .authorityKeyIdentifier()
            .filter(id -> !trust.withKeyIdentifier(id).isEmpty())
            .isPresent();
    return keyKnown
        ? new CertificateChain(
            Verdicts.failed(Check.CERTIFICATE_CHAIN, Reason.SOD_SIGNATURE_WRONG), Optional.empty())
        : undetermined(Reason.ISSUER_UNKNOWN, Optional.empty());
  }

  private static CertificateChain undetermined(Reason reason, Optional<EmrtdCertificate> issuer) {
    return new CertificateChain(Verdicts.undetermined(Check.CERTIFICATE_CHAIN, reason), issuer);
  }

  private static boolean isSignedBy(EmrtdCertificate certificate, EmrtdCertificate issuer)
      throws UnsupportedAlgorithmException {
    return SignatureVerifier.holds(
        SignatureScheme.of(certificate.signatureAlgorithm(), certificate.signatureAlgorithm()),
        issuer.publicKey(),
        certificate.signed(),
        certificate.signature());
  }
}
