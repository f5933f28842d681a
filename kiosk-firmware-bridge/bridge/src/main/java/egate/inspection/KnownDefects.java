package egate.inspection;

import egate.emrtd.EmrtdCertificate;
import egate.emrtd.Mrz;
import egate.report.CheckResult;
import egate.report.Reason;
import egate.report.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * What the issuer has published to be wrong with a document (Doc 9303-12 section 9). A known defect
 * explains a failure: the document then is the officer's case and not a forgery. And it takes the
 * worth from what passed with a key that others know. It never makes a check pass.
 */
final class KnownDefects {
  /**
   * A signer's key is used this long (Doc 9303-12 section 4.3), and not every SOD tells its day.
   */
  private static final int SIGNER_USE_DAYS_MAX = 100;

  private final List<Deviation> deviations;

  private KnownDefects(List<Deviation> deviations) {
    this.deviations = deviations;
  }

  /** Those of this signer's documents that were issued in the time that a deviation names. */
  static KnownDefects of(PassiveAuthentication authentication, Mrz mrz, TrustStore trust) {
    Optional<EmrtdCertificate> signer = authentication.signer();
    if (signer.isEmpty()) {
      return new KnownDefects(List.of()); // nothing says whose document it is
    }
    return new KnownDefects(
        trust.deviations(signer.get(), mrz.documentCode(), mrz.documentNumber()).stream()
            .filter(deviation -> isOfTime(deviation, authentication.signedAt()))
            .toList());
  }

  private static boolean isOfTime(Deviation deviation, Optional<Instant> signedAt) {
    return signedAt
        .map(instant -> LocalDate.ofInstant(instant, ZoneOffset.UTC))
        .filter(
            day ->
                day.plusDays(SIGNER_USE_DAYS_MAX).isBefore(deviation.firstIssued())
                    || day.isAfter(deviation.lastIssued()))
        .isEmpty();
  }

  List<CheckResult> explain(List<CheckResult> checks) {
    return deviations.isEmpty() ? checks : checks.stream().map(this::explained).toList();
  }

  private CheckResult explained(CheckResult result) {
    boolean defect =
        switch (result.check()) {
          case CERTIFICATE_CHAIN -> known(Deviation.CERTIFICATE_OR_KEY);
          case ACTIVE_AUTHENTICATION -> known(Deviation.AA_KEY_COMPROMISED);
          case DATA_GROUP_HASHES -> failed(result) && known(Deviation.DATA_GROUP_HASH_WRONG);
          case DATA_GROUP_LIST -> failed(result) && known(Deviation.COM_INCONSISTENT);
          case MRZ_EQUALS_DG1 ->
              failed(result) && (known(Deviation.MRZ) || known(Deviation.DATA_GROUP_MALFORMED));
          case CHIP_ACCESS, CHIP_AUTHENTICATION -> failed(result) && known(Deviation.CHIP);
          case MRZ_CONSISTENT,
              SOD_SIGNATURE,
              SIGNER_REVOCATION,
              ISSUING_STATE,
              VALIDITY,
              TERMINAL_AUTHENTICATION,
              ELIGIBILITY,
              STOP_LIST ->
              false;
        };
    return defect ? Verdicts.undetermined(result.check(), Reason.KNOWN_DEFECT) : result;
  }

  private boolean known(String type) {
    return deviations.stream().anyMatch(deviation -> deviation.concerns(type));
  }

  private static boolean failed(CheckResult result) {
    return result.verdict() == Verdict.FAILED;
  }
}
