package egate.inspection;

import egate.emrtd.ActiveAuthenticationTranscript;
import egate.emrtd.Evidence;
import egate.emrtd.MalformedDataException;
import egate.emrtd.Tlv;
import egate.emrtd.lds.LdsFile;
import egate.emrtd.lds.SecurityInfo.ActiveAuthentication;
import egate.emrtd.lds.SecurityInfos;
import egate.report.AccessProtocol;
import egate.report.Check;
import egate.report.CheckResult;
import egate.report.Reason;
import java.util.Optional;

/** The check that the chip signed the challenge with the private key to DG15's public one. */
final class ActiveAuthenticationCheck {
  private static final Check CHECK = Check.ACTIVE_AUTHENTICATION;

  private ActiveAuthenticationCheck() {}

  static CheckResult of(Evidence evidence, PassiveAuthentication authentication) {
    SignedFile dg15 = SignedFile.of(LdsFile.DG15, CHECK, evidence, authentication);
    if (dg15.bytes().isEmpty()) {
      return dg15.otherwise();
    }
    Optional<ActiveAuthenticationTranscript> transcript =
        evidence.transcripts().activeAuthentication();
    if (transcript.isEmpty()) {
      boolean chip = evidence.access() != AccessProtocol.NONE;
      return chip
          ? Verdicts.failed(CHECK, Reason.CHIP_NOT_GENUINE)
          : Verdicts.undetermined(CHECK, Reason.NO_CHIP);
    }
    return of(dg15.bytes().get(), signatureOid(evidence, authentication), transcript.get());
  }

  private static CheckResult of(
      byte[] dg15, Optional<byte[]> signatureOid, ActiveAuthenticationTranscript transcript) {
    try {
      byte[] key = Tlv.parse(dg15).expect(LdsFile.DG15.tag()).value();
      boolean holds =
          ChallengeSignature.holds(
              key, signatureOid, transcript.challenge(), transcript.response());
      return Verdicts.passedIf(holds, CHECK, Reason.CHIP_NOT_GENUINE);
    } catch (MalformedDataException e) {
      return Verdicts.failed(CHECK, Reason.LDS_MALFORMED);
    } catch (UnsupportedAlgorithmException e) {
      return Verdicts.undetermined(CHECK, Reason.ALGORITHM_NOT_SUPPORTED);
    }
  }

  /** DG14 should name the scheme of an ECDSA key; where it does not, each digest is tried. */
  private static Optional<byte[]> signatureOid(
      Evidence evidence, PassiveAuthentication authentication) {
    Optional<byte[]> dg14 = evidence.file(LdsFile.DG14);
    if (dg14.isEmpty() || !authentication.intact().contains(LdsFile.DG14)) {
      return Optional.empty();
    }
    try {
      return SecurityInfos.parseDg14(dg14.get())
          .all(ActiveAuthentication.class)
          .map(ActiveAuthentication::signatureOid)
          .findFirst();
    } catch (MalformedDataException e) {
      return Optional.empty();
    }
  }
}
