package egate.command;

import egate.bridge.reader.ChipReader;
import egate.bridge.serial.LineLostException;
import egate.emrtd.AccessPassword;
import egate.emrtd.CardChannel;
import egate.emrtd.CardLostException;
import egate.emrtd.ChipAccessDeniedException;
import egate.emrtd.ChipProtocolException;
import egate.emrtd.EmrtdReader;
import egate.emrtd.Evidence;
import egate.emrtd.InspectionSystem;
import egate.emrtd.MalformedDataException;
import egate.emrtd.Mrz;
import egate.emrtd.StepEvidence;
import egate.inspection.InspectedDocument;
import egate.inspection.Inspection;
import egate.inspection.TrustStore;
import egate.report.DocumentPolicy;
import egate.report.WallTime;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code egate document read}. */
@Command(
    name = "read",
    mixinStandardHelpOptions = true,
    description = {
      "Reads a document's chip and judges it as the gate would. Exit code 1 unless it is accepted."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the options before it calls
final class DocumentRead implements Callable<Integer> {
  private static final String STANDARD_INPUT = "-";
  private static final String UNPRINTED = " (opened with the CAN: the printed lines were not seen)";
  private static final int CHIP_LOSSES_MAX = 3;

  @Spec private CommandSpec spec;
  @Mixin private DocumentOptions options;
  @Mixin private TerminalReadOptions terminal;

  @Option(
      names = "--reader",
      required = true,
      paramLabel = "READER",
      description = {
        "serial:DEVICE[@BAUD], a PN532 on a serial line (default baud: 115200);",
        "or pcsc[:NAME], a reader behind pcscd (* for any characters; default: the first one)."
      })
  private String reader;

  @Option(
      names = "--mrz",
      arity = "1..3",
      paramLabel = "LINE",
      description = "The printed lines, each an argument; or - to read them from standard input.")
  private List<String> lines = List.of();

  @Option(
      names = "--can",
      paramLabel = "DIGITS",
      description = {
        "Card access number, six digits: opens the chip with PACE. Without --mrz nobody has seen",
        "the printed lines, and they are not compared with the chip's. - reads standard input."
      })
  private @Nullable String can;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      description =
          "How long a chip may take to come, or to come back (default: ${DEFAULT-VALUE}).")
  private int patience = 30;

  @Override
  public Integer call() throws CommandFault {
    options.permit(spec);
    @Nullable Mrz printed = printed();
    try (Evidence evidence = read(passwords(printed), inspectionSystem(printed));
        Mrz mrz = printed == null ? Unprinted.mrz(evidence, reader) : printed) {
      return options.judge(
          spec,
          evidence,
          mrz,
          options.policy(),
          (document, steps) -> report(document, steps, printed != null));
    }
  }

  private static DocumentReport report(
      InspectedDocument document, List<StepEvidence> steps, boolean compared) {
    return compared
        ? new DocumentReport(document.checks(), steps, document.judgement(), "")
        : new DocumentReport(
            Unprinted.checks(document.checks()), steps, document.judgement(), UNPRINTED);
  }

  /** The printed lines; none where the CAN alone was given. */
  private @Nullable Mrz printed() throws CommandFault {
    if (lines.isEmpty() && can == null) {
      throw new CommandFault("what opens the chip is missing; give --mrz LINES or --can DIGITS");
    }
    return lines.isEmpty() ? null : mrz();
  }

  private List<AccessPassword> passwords(@Nullable Mrz printed) throws CommandFault {
    List<AccessPassword> passwords = new ArrayList<>();
    if (can != null) {
      String digits = can.equals(STANDARD_INPUT) ? String.join("", standardInput()) : can;
      if (!AccessPassword.isCan(digits)) {
        throw new CommandFault("--can: a card access number has six digits");
      }
      passwords.add(AccessPassword.ofCan(digits));
    }
    if (printed != null) {
      passwords.add(AccessPassword.of(printed));
    }
    return passwords;
  }

  private Mrz mrz() throws CommandFault {
    try {
      Mrz mrz = Mrz.parse(lines.equals(List.of(STANDARD_INPUT)) ? standardInput() : lines);
      if (mrz.checkDigitsHold()) {
        return mrz;
      }
      mrz.close();
      throw new CommandFault("--mrz: a check digit is wrong; read the printed lines again");
    } catch (MalformedDataException e) {
      throw new CommandFault(
          "--mrz: " + e.getMessage() + "; give 3 lines of 30, 2 of 36 or 2 of 44 characters");
    }
  }

  private static List<String> standardInput() {
    return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .limit(3)
        .toList();
  }

  private InspectionSystem inspectionSystem(@Nullable Mrz printed) throws CommandFault {
    TrustStore store = options.trustStore();
    DocumentPolicy policy = options.policy();
    return terminal.inspectionSystem(
        options.today(), soFar -> permits(soFar, printed, store, policy));
  }

  /** By the chip's own lines where nobody has seen the printed ones. */
  private boolean permits(
      Evidence soFar, @Nullable Mrz printed, TrustStore store, DocumentPolicy policy) {
    try (Mrz own = Unprinted.mrz(soFar, reader)) {
      return Inspection.permitsTerminalAuthentication(
          soFar, printed == null ? own : printed, store, WallTime.on(options.today()), policy);
    } catch (CommandFault e) {
      return false; // without DG1 there is nothing to trust
    }
  }

  private Evidence read(List<AccessPassword> passwords, InspectionSystem inspectionSystem)
      throws CommandFault {
    try (ChipReader field = BenchReader.open(reader);
        EmrtdReader chip =
            new EmrtdReader(passwords, inspectionSystem, new SecureRandom(), System::nanoTime)) {
      return read(field, chip);
    } catch (ChipAccessDeniedException e) {
      throw new CommandFault(
          "the chip does not accept this MRZ or CAN; see that it is this document's");
    } catch (ChipProtocolException e) {
      throw new CommandFault("the chip does not keep to the protocol: " + e.getMessage());
    } catch (CardLostException e) {
      throw new CommandFault("the chip was lost; leave it on the reader");
    } catch (LineLostException e) {
      throw new CommandFault(reader + ": " + e.getMessage());
    } catch (IOException e) {
      throw new CommandFault(reader + ": lost while reading; see its cable");
    }
  }

  private Evidence read(ChipReader field, EmrtdReader chip)
      throws IOException, ChipAccessDeniedException, ChipProtocolException, CommandFault {
    for (int losses = 0; ; losses++) {
      spec.commandLine().getErr().println("reading; leave the document on the reader ...");
      spec.commandLine().getErr().flush();
      try {
        return chip.read(find(field));
      } catch (CardLostException e) {
        if (losses == CHIP_LOSSES_MAX) {
          throw e;
        }
      }
    }
  }

  private CardChannel find(ChipReader field) throws LineLostException, CommandFault {
    return field
        .poll(Duration.ofSeconds(patience))
        .orElseThrow(
            () -> new CommandFault("no chip within " + patience + " s; lay the document down"));
  }
}
