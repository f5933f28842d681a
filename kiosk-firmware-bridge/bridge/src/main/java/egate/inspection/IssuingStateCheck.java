package egate.inspection;

import egate.emrtd.EmrtdCertificate;
import egate.report.Check;
import egate.report.CheckResult;
import egate.report.IssuingState;
import egate.report.Reason;

/** The check that the state which signed the chip is the state that issued the document. */
final class IssuingStateCheck {
  private IssuingStateCheck() {}

  static CheckResult of(PassiveAuthentication authentication, IssuingState state) {
    if (authentication.signer().isEmpty()) {
      return Verdicts.undetermined(Check.ISSUING_STATE, authentication.signatureReason());
    }
    return authentication
        .signer()
        .flatMap(EmrtdCertificate::country)
        .flatMap(country -> Country.matches(country, state))
        .map(same -> Verdicts.passedIf(same, Check.ISSUING_STATE, Reason.ISSUING_STATE_DIFFERS))
        .orElse(Verdicts.undetermined(Check.ISSUING_STATE, Reason.ISSUING_STATE_DIFFERS));
  }
}
