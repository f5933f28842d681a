package egate.inspection;

import egate.emrtd.EmrtdCertificate;
import egate.emrtd.Evidence;
import egate.emrtd.MalformedDataException;
import egate.emrtd.Refusal;
import egate.emrtd.lds.EfSod;
import egate.emrtd.lds.LdsFile;
import egate.emrtd.lds.SignedAttributes;
import egate.report.Check;
import egate.report.CheckResult;
import egate.report.Reason;
import egate.report.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Passive authentication (Doc 9303-11 section 5.1): SOD to DSC to CSCA, revocation, then the
 * hashes.
 *
 * @param checks signature, chain, revocation and hashes, in this order
 * @param intact data groups that the signed SOD vouches for; none without a good signature
 * @param listed data groups that the signed SOD lists; none without a good signature
 * @param signer the document signer, when the signature is good
 * @param signedAt when the document was signed, as far as the SOD tells
 */
record PassiveAuthentication(
    List<CheckResult> checks,
    Set<LdsFile> intact,
    Set<LdsFile> listed,
    Optional<EmrtdCertificate> signer,
    Optional<Instant> signedAt) {

  static PassiveAuthentication of(Evidence evidence, TrustStore trust, LocalDate today) {
    Optional<byte[]> file = evidence.file(LdsFile.EF_SOD);
    if (file.isEmpty()) {
      return evidence.refusal(LdsFile.EF_SOD).equals(Optional.of(Refusal.MALFORMED))
          ? without(Verdict.FAILED, Reason.LDS_MALFORMED)
          : without(Verdict.UNDETERMINED, Reason.NOT_SIGNED);
    }
    try {
      return of(evidence, EfSod.parse(file.get()), trust, today);
    } catch (MalformedDataException e) {
      return without(Verdict.FAILED, Reason.LDS_MALFORMED);
    }
  }

  /** No SOD to go by: the signature's verdict, and chain and hashes that nobody can tell. */
  private static PassiveAuthentication without(Verdict signature, Reason reason) {
    return unsigned(
        new CheckResult(Check.SOD_SIGNATURE, signature, reason),
        Verdicts.undetermined(Check.DATA_GROUP_HASHES, reason));
  }

  private static PassiveAuthentication unsigned(CheckResult signature, CheckResult hashes) {
    return new PassiveAuthentication(
        List.of(
            signature,
            Verdicts.undetermined(Check.CERTIFICATE_CHAIN, signature.reason()),
            Verdicts.undetermined(Check.SIGNER_REVOCATION, signature.reason()),
            hashes),
        Set.of(),
        Set.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static PassiveAuthentication of(
      Evidence evidence, EfSod sod, TrustStore trust, LocalDate today) {
    SodSignature signature = SodSignature.verify(sod);
    DataGroupHashes hashes = DataGroupHashes.verify(evidence, sod.securityObject());
    EmrtdCertificate signer = signature.signer();
    if (signer == null) {
      return unsigned(signature.check(), hashes.check());
    }
    Instant signedAt =
        sod.signedAttributes().flatMap(SignedAttributes::signingTime).orElseGet(signer::notBefore);
    CertificateChain chain = CertificateChain.verify(signer, trust, signedAt, today);
    return new PassiveAuthentication(
        List.of(
            signature.check(),
            chain.check(),
            RevocationCheck.of(signer, chain, trust, today),
            hashes.check()),
        hashes.intact(),
        sod.securityObject().dataGroups(),
        Optional.of(signer),
        Optional.of(signedAt));
  }

  /** Whether a signer that the trust store knows vouches for this data group's bytes. */
  boolean vouchesFor(LdsFile group) {
    return intact.contains(group)
        && checks.stream()
            .filter(result -> result.check() == Check.CERTIFICATE_CHAIN)
            .allMatch(result -> result.verdict() == Verdict.PASSED);
  }

  /** Why a data group that is not intact is not: the signature first, then the hashes. */
  Reason reasonAgainstDataGroups() {
    return signer.isEmpty() ? signatureReason() : checks.getLast().reason();
  }

  Reason signatureReason() {
    return checks.getFirst().reason();
  }
}
