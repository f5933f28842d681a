package egate.command;

import egate.emrtd.Evidence;
import egate.emrtd.MalformedDataException;
import egate.emrtd.Mrz;
import egate.emrtd.StepEvidence;
import egate.emrtd.lds.Dg1;
import egate.emrtd.lds.LdsFile;
import egate.inspection.InspectedDocument;
import egate.report.Check;
import egate.report.CheckResult;
import egate.report.DocumentPolicy;
import egate.report.Reason;
import egate.report.Tolerance;
import egate.report.Verdict;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code egate document inspect}. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    description = {
      "Judges a document by its files in a folder: EF_SOD.bin, EF_COM.bin, DG1.bin or Datagroup1.bin ...",
      "Files cannot tell whether a chip is genuine, nor what is printed: accepted means that nothing",
      "else speaks against the document. Exit code 1 unless it is accepted."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the options before it calls
final class DocumentInspect implements Callable<Integer> {
  private static final String NOTE = " (by its files alone: neither chip nor print was asked)";

  @Spec private CommandSpec spec;
  @Mixin private DocumentOptions options;

  @Parameters(paramLabel = "DIR", description = "Folder of the files.")
  private Path folder;

  @Override
  public Integer call() throws CommandFault {
    options.permit(spec);
    try (Evidence evidence = new DocumentFolder(folder, spec.commandLine().getErr()).read();
        Mrz mrz = mrz(evidence)) {
      return options.judge(
          spec, evidence, mrz, forFiles(options.policy()), DocumentInspect::report);
    }
  }

  private static DocumentReport report(InspectedDocument document, List<StepEvidence> steps) {
    List<CheckResult> checks = document.checks().stream().map(DocumentInspect::unprinted).toList();
    return new DocumentReport(checks, steps, document.judgement(), NOTE);
  }

  /** DG1 was compared with itself, which says nothing. */
  private static CheckResult unprinted(CheckResult result) {
    return result.check() == Check.MRZ_EQUALS_DG1 && result.verdict() == Verdict.PASSED
        ? new CheckResult(result.check(), Verdict.NOT_SUPPORTED, Reason.NOT_OFFERED)
        : result;
  }

  /** What no file can tell does not speak against it. */
  private static DocumentPolicy forFiles(DocumentPolicy policy) {
    Set<Tolerance> tolerated = new LinkedHashSet<>(policy.tolerated());
    tolerated.add(new Tolerance(Check.CHIP_ACCESS, Verdict.UNDETERMINED));
    tolerated.add(new Tolerance(Check.CHIP_AUTHENTICATION, Verdict.UNDETERMINED));
    tolerated.add(new Tolerance(Check.ACTIVE_AUTHENTICATION, Verdict.UNDETERMINED));
    return new DocumentPolicy(policy.states(), policy.minimumAge(), tolerated);
  }

  private Mrz mrz(Evidence evidence) throws CommandFault {
    byte[] dg1 =
        evidence
            .file(LdsFile.DG1)
            .orElseThrow(
                () ->
                    new CommandFault(
                        folder + ": no DG1; without it there is no document to judge"));
    try {
      return Dg1.parse(dg1);
    } catch (MalformedDataException e) {
      throw new CommandFault(folder + ": DG1 holds no MRZ; see that it is the file of the chip");
    }
  }
}
