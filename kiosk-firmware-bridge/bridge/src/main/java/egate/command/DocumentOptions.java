package egate.command;

import egate.emrtd.Evidence;
import egate.emrtd.Mrz;
import egate.emrtd.StepEvidence;
import egate.inspection.InspectedDocument;
import egate.inspection.Inspection;
import egate.inspection.TrustStore;
import egate.inspection.TrustStoreCorruptException;
import egate.inspection.TrustStoreFile;
import egate.inspection.TrustStoreMissingException;
import egate.report.DocumentPolicy;
import egate.report.IssuingState;
import egate.report.Judgement;
import egate.report.WallTime;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What reading a chip and reading a folder have in common. */
final class DocumentOptions {
  @Option(
      names = "--trust",
      paramLabel = "FILE",
      description =
          "Trust store; without it nobody knows the issuer, and the chain is undetermined.")
  private @Nullable Path trust;

  @Option(
      names = "--date",
      paramLabel = "YYYY-MM-DD",
      description = "Judge as on this day, not today.")
  private @Nullable LocalDate date;

  @Option(
      names = "--states",
      paramLabel = "STATE",
      split = ",",
      description = "Issuing states that are eligible, as the MRZ codes them (default: all).")
  private List<String> states = List.of();

  @Option(
      names = "--minimum-age",
      paramLabel = "YEARS",
      description = "Least age of an eligible holder (default: ${DEFAULT-VALUE}).")
  private int minimumAge = DocumentPolicy.STANDARD.minimumAge();

  @Option(names = "--json", description = "One JSON object.")
  private boolean json;

  @Option(
      names = "--show-holder",
      description = {
        "Also print the MRZ: personal data on your screen.",
        "Refused on a production gate and beside a running daemon."
      })
  private boolean showHolder;

  @Option(
      names = "--evidence",
      paramLabel = "DIR",
      description = {
        "Also write the files of the chip into this new folder: personal data on your disk.",
        "Refused on a production gate and beside a running daemon."
      })
  private @Nullable Path evidence;

  /** Before anything is read: whether what was asked for may be had here. */
  void permit(CommandSpec spec) throws CommandFault {
    if (showHolder || evidence != null) {
      PersonalData.here().permit(spec.commandLine().getErr());
    }
  }

  /** Judges, tells what was asked for, and gives the exit code. */
  int judge(CommandSpec spec, Evidence read, Mrz mrz, DocumentPolicy policy, Telling telling)
      throws CommandFault {
    TrustStore store = trustStore();
    long begin = System.nanoTime();
    InspectedDocument document = Inspection.inspect(read, mrz, store, WallTime.on(today()), policy);
    List<StepEvidence> steps = new ArrayList<>(read.steps());
    steps.add(new StepEvidence("judgement", 0, 0, System.nanoTime() - begin));
    PrintWriter out = spec.commandLine().getOut();
    telling
        .report(document, steps)
        .holding(GroupContents.of(document.checks(), read))
        .print(out, json);
    if (showHolder) {
      PersonalData.show(out, mrz);
    }
    if (evidence != null) {
      PersonalData.write(evidence, read);
    }
    return document.judgement() == Judgement.ACCEPTED ? 0 : 1;
  }

  /** How a command words its report. */
  interface Telling {
    DocumentReport report(InspectedDocument document, List<StepEvidence> steps);
  }

  LocalDate today() {
    return date == null ? LocalDate.now(ZoneOffset.UTC) : date;
  }

  TrustStore trustStore() throws CommandFault {
    try {
      return trust == null ? TrustStore.of(0, List.of()) : TrustStoreFile.open(trust);
    } catch (TrustStoreCorruptException | TrustStoreMissingException e) {
      throw new CommandFault(String.valueOf(e.getMessage()));
    }
  }

  DocumentPolicy policy() throws CommandFault {
    try {
      Set<IssuingState> eligible = new LinkedHashSet<>();
      states.forEach(state -> eligible.add(new IssuingState(state)));
      return new DocumentPolicy(eligible, minimumAge, DocumentPolicy.STANDARD.tolerated());
    } catch (IllegalArgumentException e) {
      throw new CommandFault(e.getMessage() + "; see --states and --minimum-age");
    }
  }
}
