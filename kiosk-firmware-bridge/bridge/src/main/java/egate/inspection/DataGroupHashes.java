package egate.inspection;

import egate.emrtd.Evidence;
import egate.emrtd.Refusal;
import egate.emrtd.lds.LdsFile;
import egate.emrtd.lds.LdsSecurityObject;
import egate.report.Check;
import egate.report.CheckResult;
import egate.report.Reason;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.Set;

/**
 * The check of every data group that was read against its hash in the SOD, over the raw bytes.
 *
 * @param check its result
 * @param intact data groups whose hash fits; only these may be parsed
 */
record DataGroupHashes(CheckResult check, Set<LdsFile> intact) {

  static DataGroupHashes verify(Evidence evidence, LdsSecurityObject signed) {
    try {
      DigestAlgorithm digest = DigestAlgorithm.of(signed.digestOid());
      Set<LdsFile> intact = EnumSet.noneOf(LdsFile.class);
      Set<LdsFile> altered = EnumSet.noneOf(LdsFile.class);
      evidence
          .files()
          .forEach(
              (file, bytes) -> {
                if (file.isDataGroup()) {
                  (isIntact(file, bytes, signed, digest) ? intact : altered).add(file);
                }
              });
      return new DataGroupHashes(result(evidence, altered), intact);
    } catch (UnsupportedAlgorithmException e) {
      return new DataGroupHashes(
          Verdicts.undetermined(Check.DATA_GROUP_HASHES, Reason.ALGORITHM_NOT_SUPPORTED), Set.of());
    }
  }

  private static boolean isIntact(
      LdsFile file, byte[] bytes, LdsSecurityObject signed, DigestAlgorithm digest) {
    return signed.dataGroups().contains(file)
        && MessageDigest.isEqual(signed.hash(file), digest.hash(bytes));
  }

  private static CheckResult result(Evidence evidence, Set<LdsFile> altered) {
    return altered.isEmpty()
        ? Verdicts.passedIf(isComplete(evidence), Check.DATA_GROUP_HASHES, Reason.LDS_MALFORMED)
        : Verdicts.failed(Check.DATA_GROUP_HASHES, Reason.DATA_GROUP_ALTERED);
  }

  /** DG1 and DG2 are mandatory, and a group whose header is wrong may not pass for absent. */
  private static boolean isComplete(Evidence evidence) {
    for (LdsFile file : LdsFile.values()) {
      boolean malformed = evidence.refusal(file).filter(r -> r == Refusal.MALFORMED).isPresent();
      if (file.isDataGroup() && malformed) {
        return false;
      }
    }
    return evidence.file(LdsFile.DG1).isPresent() && evidence.file(LdsFile.DG2).isPresent();
  }
}
