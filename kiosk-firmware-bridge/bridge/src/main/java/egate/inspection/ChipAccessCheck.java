package egate.inspection;

import egate.emrtd.Evidence;
import egate.emrtd.MalformedDataException;
import egate.emrtd.lds.LdsFile;
import egate.emrtd.lds.SecurityInfo;
import egate.emrtd.lds.SecurityInfos;
import egate.report.AccessProtocol;
import egate.report.Check;
import egate.report.CheckResult;
import egate.report.Reason;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The check of how the chip was opened. EF.CardAccess is signed by nobody, so somebody may have
 * taken PACE out of it, or left only a weak one; DG14 repeats what it should say (Doc 9303-11
 * section 9.2.11).
 */
final class ChipAccessCheck {
  private ChipAccessCheck() {}

  static CheckResult of(Evidence evidence, PassiveAuthentication authentication) {
    if (evidence.access() == AccessProtocol.NONE) {
      return Verdicts.undetermined(Check.CHIP_ACCESS, Reason.NO_CHIP);
    }
    List<SecurityInfo.Pace> signed = signed(evidence, authentication);
    if (signed.isEmpty()) {
      return Verdicts.passed(Check.CHIP_ACCESS);
    }
    if (evidence.access() == AccessProtocol.BAC) {
      return Verdicts.failed(Check.CHIP_ACCESS, Reason.ACCESS_DOWNGRADED);
    }
    Set<SecurityInfo.Pace> offered = offered(evidence);
    return Verdicts.passedIf(
        offered.equals(new HashSet<>(signed)), Check.CHIP_ACCESS, Reason.CARD_ACCESS_ALTERED);
  }

  /** PACE as DG14 has it, where it can be believed; nothing on a chip that does not say. */
  private static List<SecurityInfo.Pace> signed(
      Evidence evidence, PassiveAuthentication authentication) {
    Optional<byte[]> file = evidence.file(LdsFile.DG14);
    if (file.isEmpty() || !authentication.intact().contains(LdsFile.DG14)) {
      return List.of();
    }
    try {
      return SecurityInfos.parseDg14(file.get()).pace();
    } catch (MalformedDataException e) {
      return List.of(); // the check of chip authentication says so
    }
  }

  private static Set<SecurityInfo.Pace> offered(Evidence evidence) {
    try {
      Optional<byte[]> file = evidence.file(LdsFile.EF_CARD_ACCESS);
      return file.isEmpty() ? Set.of() : new HashSet<>(SecurityInfos.parse(file.get()).pace());
    } catch (MalformedDataException e) {
      return Set.of();
    }
  }
}
