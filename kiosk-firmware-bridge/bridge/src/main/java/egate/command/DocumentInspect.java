package egate.command;

import egate.emrtd.Evidence;
import egate.emrtd.Mrz;
import egate.emrtd.StepEvidence;
import egate.inspection.InspectedDocument;
import egate.report.Check;
import egate.report.DocumentPolicy;
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
        Mrz mrz = Unprinted.mrz(evidence, folder.toString())) {
      return options.judge(
          spec, evidence, mrz, forFiles(options.policy()), DocumentInspect::report);
    }
  }

  private static DocumentReport report(InspectedDocument document, List<StepEvidence> steps) {
    return new DocumentReport(
        Unprinted.checks(document.checks()), steps, document.judgement(), NOTE);
  }

  /** What no file can tell does not speak against it. */
  private static DocumentPolicy forFiles(DocumentPolicy policy) {
    Set<Tolerance> tolerated = new LinkedHashSet<>(policy.tolerated());
    tolerated.add(new Tolerance(Check.CHIP_ACCESS, Verdict.UNDETERMINED));
    tolerated.add(new Tolerance(Check.CHIP_AUTHENTICATION, Verdict.UNDETERMINED));
    tolerated.add(new Tolerance(Check.ACTIVE_AUTHENTICATION, Verdict.UNDETERMINED));
    tolerated.add(new Tolerance(Check.TERMINAL_AUTHENTICATION, Verdict.UNDETERMINED));
    return new DocumentPolicy(policy.states(), policy.minimumAge(), tolerated);
  }
}
