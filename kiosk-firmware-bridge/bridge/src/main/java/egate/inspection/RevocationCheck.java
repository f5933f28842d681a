package egate.inspection;

import egate.emrtd.EmrtdCertificate;
import egate.report.Check;
import egate.report.CheckResult;
import egate.report.Reason;
import egate.report.Verdict;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The check that neither the document signer nor the CSCA certificate above it is revoked. A
 * revoked signer's documents are all refused, whenever they were signed: nobody can tell those that
 * a thief signed and dated back.
 */
final class RevocationCheck {
  private RevocationCheck() {}

  static CheckResult of(
      EmrtdCertificate signer, CertificateChain chain, TrustStore trust, LocalDate today) {
    boolean issuerRevoked =
        chain
            .issuer()
            .map(trust::revocation)
            .filter(r -> r instanceof Revocation.Revoked)
            .isPresent();
    if (issuerRevoked) {
      return Verdicts.failed(Check.SIGNER_REVOCATION, Reason.SIGNER_REVOKED);
    }
    return switch (trust.revocation(signer)) {
      case Revocation.Revoked revoked ->
          Verdicts.failed(Check.SIGNER_REVOCATION, Reason.SIGNER_REVOKED);
      case Revocation.NotListed listed ->
          listed.limit().isBefore(today.atStartOfDay().toInstant(ZoneOffset.UTC))
              ? Verdicts.undetermined(Check.SIGNER_REVOCATION, Reason.REVOCATION_LIST_TOO_OLD)
              : Verdicts.passed(Check.SIGNER_REVOCATION);
      case Revocation.NoList none ->
          new CheckResult(
              Check.SIGNER_REVOCATION, Verdict.NOT_SUPPORTED, Reason.NO_REVOCATION_LIST);
    };
  }
}
