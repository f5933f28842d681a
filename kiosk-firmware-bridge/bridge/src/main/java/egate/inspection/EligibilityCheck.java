package egate.inspection;

import egate.emrtd.Mrz;
import egate.report.Check;
import egate.report.CheckResult;
import egate.report.DocumentPolicy;
import egate.report.Reason;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The check that this gate is for such a document and such a holder. It goes by DG1, which is
 * signed. A document that is not eligible is a case for the officer, and not a bad one.
 */
final class EligibilityCheck {
  private EligibilityCheck() {}

  static CheckResult of(Dg1Reading dg1, DocumentPolicy policy, LocalDate today) {
    if (dg1.mrz().isEmpty()) {
      return Verdicts.undetermined(Check.ELIGIBILITY, dg1.reason());
    }
    Mrz mrz = dg1.mrz().get();
    return policy.isFor(mrz.issuingState())
        ? age(mrz.dateOfBirth(today), policy.minimumAge(), today)
        : Verdicts.failed(Check.ELIGIBILITY, Reason.STATE_NOT_ELIGIBLE);
  }

  /** Some people's date of birth is not known in full; their age then is not, either. */
  private static CheckResult age(Optional<LocalDate> birth, int minimumAge, LocalDate today) {
    if (minimumAge == 0) {
      return Verdicts.passed(Check.ELIGIBILITY);
    }
    return birth
        .map(
            born ->
                Verdicts.passedIf(
                    !born.plusYears(minimumAge).isAfter(today),
                    Check.ELIGIBILITY,
                    Reason.HOLDER_TOO_YOUNG))
        .orElse(Verdicts.undetermined(Check.ELIGIBILITY, Reason.MRZ_MALFORMED));
  }
}
