package egate.inspection;

import egate.report.Check;
import egate.report.CheckResult;
import egate.report.Reason;
import egate.report.Verdict;

/** Short names for results. */
final class Verdicts {
  private Verdicts() {}

  static CheckResult passed(Check check) {
    return new CheckResult(check, Verdict.PASSED, Reason.NONE);
  }

  static CheckResult failed(Check check, Reason reason) {
    return new CheckResult(check, Verdict.FAILED, reason);
  }

  static CheckResult undetermined(Check check, Reason reason) {
    return new CheckResult(check, Verdict.UNDETERMINED, reason);
  }

  static CheckResult passedIf(boolean holds, Check check, Reason otherwise) {
    return holds ? passed(check) : failed(check, otherwise);
  }
}
