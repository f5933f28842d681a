package egate.inspection;

import egate.emrtd.Evidence;
import egate.emrtd.TerminalAuthenticationOutcome;
import egate.emrtd.lds.LdsFile;
import egate.report.AccessProtocol;
import egate.report.Check;
import egate.report.CheckResult;
import egate.report.Reason;
import egate.report.Verdict;
import java.util.List;

/**
 * The check that the chip let this gate at the fingers (BSI TR-03110-1 section 3.5). It says
 * nothing against a document: a chip that refuses has another opinion of the gate, not the gate of
 * it.
 */
final class TerminalAuthenticationCheck {
  private static final Check CHECK = Check.TERMINAL_AUTHENTICATION;

  private TerminalAuthenticationCheck() {}

  /**
   * @param before the checks of passive authentication and of the chip, of which one explains why
   *     the chip was not told who asks
   */
  static CheckResult of(
      Evidence evidence, PassiveAuthentication authentication, List<CheckResult> before) {
    if (evidence.access() == AccessProtocol.NONE
        && authentication.listed().contains(LdsFile.DG3)
        && evidence.file(LdsFile.DG3).isEmpty()) {
      return Verdicts.undetermined(CHECK, Reason.NO_CHIP);
    }
    TerminalAuthenticationOutcome outcome = evidence.transcripts().terminalAuthentication();
    return switch (outcome) {
      case NOT_ASKED, NO_CHIP_AUTHENTICATION -> notSupported(Reason.NOT_OFFERED);
      case NOT_CONFIGURED, NO_CERTIFICATE -> notSupported(Reason.NO_TERMINAL_CERTIFICATE);
      case NOT_TRUSTED -> Verdicts.undetermined(CHECK, whyNotTrusted(before));
      case EXPIRED -> Verdicts.undetermined(CHECK, Reason.TERMINAL_CERTIFICATE_EXPIRED);
      case KEY_UNAVAILABLE ->
          new CheckResult(CHECK, Verdict.ABORTED, Reason.TERMINAL_KEY_UNAVAILABLE);
      case REFUSED -> Verdicts.undetermined(CHECK, Reason.TERMINAL_REFUSED);
      case ACCEPTED -> accepted(evidence);
    };
  }

  private static CheckResult notSupported(Reason reason) {
    return new CheckResult(CHECK, Verdict.NOT_SUPPORTED, reason);
  }

  /** A chip may accept the terminal without the right to DG3. */
  private static CheckResult accepted(Evidence evidence) {
    return evidence.file(LdsFile.DG3).isPresent()
        ? Verdicts.passed(CHECK)
        : Verdicts.undetermined(CHECK, Reason.TERMINAL_REFUSED);
  }

  private static Reason whyNotTrusted(List<CheckResult> before) {
    return before.stream()
        .filter(check -> check.verdict() != Verdict.PASSED)
        .map(CheckResult::reason)
        .sorted()
        .findFirst()
        .orElse(Reason.NO_TERMINAL_CERTIFICATE);
  }
}
