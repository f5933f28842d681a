package egate.inspection;

import egate.emrtd.Mrz;
import egate.report.Check;
import egate.report.CheckResult;
import egate.report.DocumentPolicy;
import egate.report.DocumentType;
import egate.report.IssuingState;
import egate.report.Reason;
import egate.report.Verdict;
import egate.report.WallTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Documents that could not be read: the one reason explains every check that it left open. */
final class Unread {
  /** Reading began and was not finished. */
  private static final Set<Reason> BROKEN_OFF =
      EnumSet.of(Reason.CHIP_LOST, Reason.CHIP_PROTOCOL, Reason.CHIP_LATE);

  private Unread() {}

  /** Only the printed MRZ is known, and its expiry may refuse the document. */
  static InspectedDocument chip(Mrz printed, Reason reason, WallTime now) {
    Dg1Reading noDg1 = new Dg1Reading(Optional.empty(), reason);
    List<CheckResult> checks = new ArrayList<>();
    for (Check check : Check.values()) {
      checks.add(
          switch (check) {
            case MRZ_CONSISTENT -> Inspection.mrzConsistent(printed);
            case VALIDITY -> ValidityCheck.of(printed, noDg1, Optional.empty(), now);
            case CHIP_ACCESS -> new CheckResult(check, accessVerdict(reason), reason);
            default -> open(check, reason);
          });
    }
    return new InspectedDocument(
        checks,
        InspectionPolicy.judge(checks, DocumentPolicy.STANDARD),
        printed.documentType(),
        printed.issuingState(),
        Optional.empty());
  }

  static InspectedDocument mrz(Reason reason) {
    List<CheckResult> checks = new ArrayList<>();
    for (Check check : Check.values()) {
      checks.add(open(check, reason));
    }
    return new InspectedDocument(
        checks,
        InspectionPolicy.judge(checks, DocumentPolicy.STANDARD),
        DocumentType.UNKNOWN,
        IssuingState.UNKNOWN,
        Optional.empty());
  }

  private static Verdict accessVerdict(Reason reason) {
    return BROKEN_OFF.contains(reason) ? Verdict.ABORTED : Verdict.UNDETERMINED;
  }

  private static CheckResult open(Check check, Reason reason) {
    return check == Check.STOP_LIST ? Inspection.stopList() : Verdicts.undetermined(check, reason);
  }
}
