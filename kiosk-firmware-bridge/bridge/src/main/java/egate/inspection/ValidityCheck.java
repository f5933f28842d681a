package egate.inspection;

import egate.emrtd.Mrz;
import egate.report.Check;
import egate.report.CheckResult;
import egate.report.Reason;
import egate.report.WallTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** The check that the document has not expired and is not signed in the future. */
final class ValidityCheck {
  /** Issuers west of Greenwich and clocks that are a little late. */
  private static final int FUTURE_DAYS_MAX = 1;

  private ValidityCheck() {}

  /** Goes by DG1, which is signed; by the printed MRZ alone a document can only be refused. */
  static CheckResult of(Mrz printed, Dg1Reading dg1, Optional<Instant> signedAt, WallTime now) {
    LocalDate today = now.date();
    Optional<LocalDate> expiry = dg1.mrz().orElse(printed).dateOfExpiry(today);
    if (expiry.isEmpty()) {
      return Verdicts.undetermined(Check.VALIDITY, Reason.MRZ_MALFORMED);
    }
    if (!now.trusted()) {
      return Verdicts.undetermined(Check.VALIDITY, Reason.CLOCK_NOT_TRUSTED);
    }
    if (today.isAfter(expiry.get())) {
      return Verdicts.failed(Check.VALIDITY, Reason.DOCUMENT_EXPIRED);
    }
    if (signedAt.filter(instant -> isFuture(instant, today)).isPresent()) {
      return Verdicts.failed(Check.VALIDITY, Reason.SIGNER_NOT_VALID_AT_SIGNING);
    }
    return dg1.mrz().isPresent()
        ? Verdicts.passed(Check.VALIDITY)
        : Verdicts.undetermined(Check.VALIDITY, dg1.reason());
  }

  private static boolean isFuture(Instant instant, LocalDate today) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC).isAfter(today.plusDays(FUTURE_DAYS_MAX));
  }
}
