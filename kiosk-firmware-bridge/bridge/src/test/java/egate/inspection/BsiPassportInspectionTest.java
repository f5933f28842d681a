package egate.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egate.emrtd.Evidence;
import egate.emrtd.lds.BsiPassport;
import egate.emrtd.lds.Dg1;
import egate.emrtd.lds.LdsFile;
import egate.report.AccessProtocol;
import egate.report.Check;
import egate.report.CheckResult;
import egate.report.IssuingState;
import egate.report.Judgement;
import egate.report.Reason;
import egate.report.Report.DocumentChecked;
import egate.report.Verdict;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A passport that nobody here made: its test CSCA is in no store, and it expired in 2023. */
class BsiPassportInspectionTest {
  @Test
  void isRefusedWithItsCausesInTheirWrittenOrder() throws Exception {
    InspectedDocument document =
        Inspection.inspect(
            evidence(),
            Dg1.parse(BsiPassport.read(LdsFile.DG1)),
            TrustStore.of(1, List.of()),
            LocalDate.of(2026, 11, 23));

    assertEquals(
        List.of(
            new CheckResult(Check.MRZ_CONSISTENT, Verdict.PASSED, Reason.NONE),
            new CheckResult(Check.CHIP_ACCESS, Verdict.UNDETERMINED, Reason.NO_CHIP),
            new CheckResult(Check.SOD_SIGNATURE, Verdict.PASSED, Reason.NONE),
            new CheckResult(Check.CERTIFICATE_CHAIN, Verdict.UNDETERMINED, Reason.ISSUER_UNKNOWN),
            new CheckResult(
                Check.SIGNER_REVOCATION, Verdict.NOT_SUPPORTED, Reason.NO_REVOCATION_LIST),
            new CheckResult(Check.DATA_GROUP_HASHES, Verdict.PASSED, Reason.NONE),
            new CheckResult(Check.DATA_GROUP_LIST, Verdict.PASSED, Reason.NONE),
            new CheckResult(Check.MRZ_EQUALS_DG1, Verdict.PASSED, Reason.NONE),
            new CheckResult(Check.ISSUING_STATE, Verdict.PASSED, Reason.NONE),
            new CheckResult(Check.VALIDITY, Verdict.FAILED, Reason.DOCUMENT_EXPIRED),
            new CheckResult(Check.CHIP_AUTHENTICATION, Verdict.UNDETERMINED, Reason.NO_CHIP),
            new CheckResult(Check.ACTIVE_AUTHENTICATION, Verdict.NOT_SUPPORTED, Reason.NOT_OFFERED),
            new CheckResult(
                Check.TERMINAL_AUTHENTICATION, Verdict.NOT_SUPPORTED, Reason.NOT_OFFERED),
            new CheckResult(Check.ELIGIBILITY, Verdict.PASSED, Reason.NONE),
            new CheckResult(Check.STOP_LIST, Verdict.NOT_SUPPORTED, Reason.NO_STOP_LIST)),
        document.checks());
    assertEquals(Judgement.REFUSED, document.judgement());
    assertEquals(new IssuingState("D"), document.issuingState());
    assertEquals(
        List.of(Reason.DOCUMENT_EXPIRED, Reason.ISSUER_UNKNOWN, Reason.NO_CHIP), causes(document));
  }

  private static List<Reason> causes(InspectedDocument document) {
    return new DocumentChecked(
            document.judgement(),
            document.type(),
            document.issuingState(),
            document.access(),
            document.checks(),
            0,
            0)
        .causes();
  }

  private static Evidence evidence() throws Exception {
    Map<LdsFile, byte[]> files = new EnumMap<>(LdsFile.class);
    for (LdsFile file :
        List.of(
            LdsFile.EF_COM, LdsFile.EF_SOD, LdsFile.DG1, LdsFile.DG2, LdsFile.DG3, LdsFile.DG14)) {
      files.put(file, BsiPassport.read(file));
    }
    return new Evidence(AccessProtocol.NONE, files, Map.of(), List.of());
  }
}
