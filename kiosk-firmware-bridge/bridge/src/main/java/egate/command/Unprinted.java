package egate.command;

import egate.emrtd.Evidence;
import egate.emrtd.MalformedDataException;
import egate.emrtd.Mrz;
import egate.emrtd.lds.Dg1;
import egate.emrtd.lds.LdsFile;
import egate.report.Check;
import egate.report.CheckResult;
import egate.report.Reason;
import egate.report.Verdict;
import java.util.List;

/** A document whose printed lines nobody has seen: DG1 stands in for them, and is told so. */
final class Unprinted {
  private Unprinted() {}

  /**
   * The MRZ of DG1.
   *
   * @param where the document is, for the fault's line
   */
  static Mrz mrz(Evidence evidence, String where) throws CommandFault {
    byte[] dg1 =
        evidence
            .file(LdsFile.DG1)
            .orElseThrow(
                () ->
                    new CommandFault(where + ": no DG1; without it there is no document to judge"));
    try {
      return Dg1.parse(dg1);
    } catch (MalformedDataException e) {
      throw new CommandFault(where + ": DG1 holds no MRZ; see that it is the file of the chip");
    }
  }

  /** DG1 was compared with itself, which says nothing. */
  static List<CheckResult> checks(List<CheckResult> checks) {
    return checks.stream().map(Unprinted::check).toList();
  }

  private static CheckResult check(CheckResult result) {
    return result.check() == Check.MRZ_EQUALS_DG1 && result.verdict() == Verdict.PASSED
        ? new CheckResult(result.check(), Verdict.NOT_SUPPORTED, Reason.NOT_OFFERED)
        : result;
  }
}
