package egate.inspection;

import egate.emrtd.ChipAuthenticationTranscript;
import egate.emrtd.Evidence;
import egate.emrtd.MalformedDataException;
import egate.emrtd.lds.LdsFile;
import egate.emrtd.lds.SecurityInfo.ChipAuthenticationKey;
import egate.emrtd.lds.SecurityInfos;
import egate.report.AccessProtocol;
import egate.report.Check;
import egate.report.CheckResult;
import egate.report.Reason;
import egate.report.Verdict;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The check that the chip knows the private key to a signed public one: by chip authentication to
 * DG14's, or by PACE with chip authentication mapping to EF.CardSecurity's. What was done counts;
 * one that fails is not made up for by the other.
 */
final class ChipAuthenticationCheck {
  private static final Check CHECK = Check.CHIP_AUTHENTICATION;

  private ChipAuthenticationCheck() {}

  static CheckResult of(
      Evidence evidence, PassiveAuthentication authentication, TrustStore trust, LocalDate today) {
    CheckResult byKeyAgreement = byKeyAgreement(evidence, authentication);
    boolean offered = byKeyAgreement.verdict() != Verdict.NOT_SUPPORTED;
    Optional<CheckResult> byMapping =
        ChipAuthenticationMappingCheck.of(evidence, authentication, trust, today);
    if (byMapping.isEmpty() || (offered && byKeyAgreement.verdict() != Verdict.PASSED)) {
      return byKeyAgreement;
    }
    return byMapping.get();
  }

  private static CheckResult byKeyAgreement(
      Evidence evidence, PassiveAuthentication authentication) {
    SignedFile dg14 = SignedFile.of(LdsFile.DG14, CHECK, evidence, authentication);
    if (dg14.bytes().isEmpty()) {
      return dg14.otherwise();
    }
    try {
      return of(evidence, SecurityInfos.parseDg14(dg14.bytes().get()));
    } catch (MalformedDataException e) {
      return Verdicts.failed(CHECK, Reason.LDS_MALFORMED);
    }
  }

  private static CheckResult of(Evidence evidence, SecurityInfos signed) {
    List<ChipAuthenticationKey> keys = signed.all(ChipAuthenticationKey.class).toList();
    if (keys.isEmpty()) {
      return new CheckResult(CHECK, Verdict.NOT_SUPPORTED, Reason.NOT_OFFERED);
    }
    Optional<ChipAuthenticationTranscript> transcript = evidence.transcripts().chipAuthentication();
    if (transcript.isEmpty()) {
      boolean chip = evidence.access() != AccessProtocol.NONE;
      return Verdicts.undetermined(CHECK, chip ? Reason.ALGORITHM_NOT_SUPPORTED : Reason.NO_CHIP);
    }
    return of(keys, transcript.get());
  }

  private static CheckResult of(
      List<ChipAuthenticationKey> keys, ChipAuthenticationTranscript transcript) {
    try {
      for (ChipAuthenticationKey key : keys) {
        boolean asked = Arrays.equals(key.publicKeyInfo(), transcript.chipKeyInfo());
        if (asked && transcript.proves(key.publicKeyInfo())) {
          return Verdicts.passed(CHECK);
        }
      }
      return Verdicts.failed(CHECK, Reason.CHIP_NOT_GENUINE);
    } catch (MalformedDataException e) {
      return Verdicts.undetermined(CHECK, Reason.ALGORITHM_NOT_SUPPORTED);
    }
  }
}
