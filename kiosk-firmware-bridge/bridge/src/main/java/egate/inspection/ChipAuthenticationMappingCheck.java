package egate.inspection;

import egate.emrtd.AgreementKey;
import egate.emrtd.EcParameters;
import egate.emrtd.EmrtdCertificate;
import egate.emrtd.Evidence;
import egate.emrtd.MalformedDataException;
import egate.emrtd.PaceTranscript;
import egate.emrtd.lds.EfCardSecurity;
import egate.emrtd.lds.LdsFile;
import egate.emrtd.lds.SecurityInfo.ChipAuthenticationKey;
import egate.emrtd.lds.SignedAttributes;
import egate.report.Check;
import egate.report.CheckResult;
import egate.report.Reason;
import egate.report.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The check that PACE with chip authentication mapping proved a key which EF.CardSecurity holds
 * (Doc 9303-11 section 4.4.3.5). It is a file of its own, so its signature and its signer's chain
 * are verified here, and its signer has to be of the state that signed the document.
 */
final class ChipAuthenticationMappingCheck {
  private static final Check CHECK = Check.CHIP_AUTHENTICATION;

  private ChipAuthenticationMappingCheck() {}

  /** Empty where PACE was not done with this mapping. */
  static Optional<CheckResult> of(
      Evidence evidence, PassiveAuthentication authentication, TrustStore trust, LocalDate today) {
    Optional<PaceTranscript> pace =
        evidence.transcripts().pace().filter(t -> t.chipAuthenticationData().isPresent());
    return pace.map(transcript -> judge(transcript, evidence, authentication, trust, today));
  }

  private static CheckResult judge(
      PaceTranscript pace,
      Evidence evidence,
      PassiveAuthentication authentication,
      TrustStore trust,
      LocalDate today) {
    Optional<byte[]> file = evidence.file(LdsFile.EF_CARD_SECURITY);
    if (file.isEmpty()) {
      return Verdicts.failed(CHECK, Reason.DATA_GROUP_MISSING);
    }
    try {
      EfCardSecurity signed = EfCardSecurity.parse(file.get());
      CheckResult binding = binding(signed, authentication, trust, today);
      return binding.verdict() == Verdict.PASSED ? proof(pace, signed) : binding;
    } catch (MalformedDataException e) {
      return Verdicts.failed(CHECK, Reason.LDS_MALFORMED);
    }
  }

  /** Whether a trusted signer of the same state, who was not revoked, vouches for the file. */
  private static CheckResult binding(
      EfCardSecurity file,
      PassiveAuthentication authentication,
      TrustStore trust,
      LocalDate today) {
    SodSignature signature = SodSignature.verify(file);
    EmrtdCertificate signer = signature.signer();
    if (signer == null) {
      return as(signature.check());
    }
    boolean sameState =
        authentication.signer().flatMap(EmrtdCertificate::country).equals(signer.country());
    if (!sameState) {
      return Verdicts.failed(CHECK, Reason.ISSUING_STATE_DIFFERS);
    }
    Instant signedAt =
        file.signedAttributes().flatMap(SignedAttributes::signingTime).orElseGet(signer::notBefore);
    CertificateChain chain = CertificateChain.verify(signer, trust, signedAt, today);
    CheckResult revocation = RevocationCheck.of(signer, chain, trust, today);
    return as(revocation.verdict() == Verdict.FAILED ? revocation : chain.check());
  }

  private static CheckResult as(CheckResult other) {
    return new CheckResult(CHECK, other.verdict(), other.reason());
  }

  private static CheckResult proof(PaceTranscript pace, EfCardSecurity signed)
      throws MalformedDataException {
    byte[] data = pace.chipAuthenticationData().orElseThrow();
    for (ChipAuthenticationKey info :
        signed.securityInfos().all(ChipAuthenticationKey.class).toList()) {
      AgreementKey key = AgreementKey.parse(info.publicKeyInfo());
      if (key.parameters() instanceof EcParameters curve
          && curve.isCurveOf(pace.parameters())
          && curve.multiplies(data, key.publicKey(), pace.mappingKey())) {
        return Verdicts.passed(CHECK);
      }
    }
    return Verdicts.failed(CHECK, Reason.CHIP_NOT_GENUINE);
  }
}
