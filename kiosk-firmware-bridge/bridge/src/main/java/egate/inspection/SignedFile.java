package egate.inspection;

import egate.emrtd.Evidence;
import egate.emrtd.lds.LdsFile;
import egate.report.Check;
import egate.report.CheckResult;
import egate.report.Reason;
import egate.report.Verdict;
import java.util.Optional;

/**
 * A data group that holds a key for the detection of cloned chips, as far as the signed SOD binds
 * it. A copied chip may have been stripped of it, which the signed list tells.
 *
 * @param bytes what may be parsed; empty where there is nothing to believe
 * @param otherwise the check's result in that case
 */
record SignedFile(Optional<byte[]> bytes, CheckResult otherwise) {

  static SignedFile of(
      LdsFile file, Check check, Evidence evidence, PassiveAuthentication authentication) {
    if (authentication.signer().isEmpty()) {
      return without(Verdicts.undetermined(check, authentication.signatureReason()));
    }
    if (!authentication.listed().contains(file)) {
      return without(new CheckResult(check, Verdict.NOT_SUPPORTED, Reason.NOT_OFFERED));
    }
    Optional<byte[]> bytes = evidence.file(file);
    if (bytes.isEmpty()) {
      return without(Verdicts.failed(check, Reason.DATA_GROUP_MISSING));
    }
    return authentication.intact().contains(file)
        ? new SignedFile(bytes, Verdicts.passed(check))
        : without(Verdicts.undetermined(check, authentication.reasonAgainstDataGroups()));
  }

  private static SignedFile without(CheckResult otherwise) {
    return new SignedFile(Optional.empty(), otherwise);
  }
}
