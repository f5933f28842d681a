package egate.command;

import egate.bridge.reader.Pn532;
import egate.bridge.serial.JsscLine;
import egate.bridge.serial.LineLostException;
import egate.bridge.serial.SerialLine;
import egate.emrtd.CardChannel;
import egate.emrtd.CardLostException;
import egate.emrtd.ChipAccessDeniedException;
import egate.emrtd.ChipProtocolException;
import egate.emrtd.EmrtdReader;
import egate.emrtd.Evidence;
import egate.emrtd.MalformedDataException;
import egate.emrtd.Mrz;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
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
  private static final String SERIAL = "serial:";
  private static final int CHIP_LOSSES_MAX = 3;

  @Spec private CommandSpec spec;
  @Mixin private DocumentOptions options;

  @Option(
      names = "--reader",
      required = true,
      paramLabel = "READER",
      description = "serial:DEVICE[@BAUD], a PN532 on a serial line (default baud: 115200).")
  private String reader;

  @Option(
      names = "--mrz",
      required = true,
      arity = "1..3",
      paramLabel = "LINE",
      description = "The printed lines, each an argument; or - to read them from standard input.")
  private List<String> lines;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      description =
          "How long a chip may take to come, or to come back (default: ${DEFAULT-VALUE}).")
  private int patience = 30;

  @Override
  public Integer call() throws CommandFault {
    options.permit(spec);
    try (Mrz mrz = mrz();
        Evidence evidence = read(mrz)) {
      return options.judge(
          spec,
          evidence,
          mrz,
          options.policy(),
          (document, steps) ->
              new DocumentReport(document.checks(), steps, document.judgement(), ""));
    }
  }

  private Mrz mrz() throws CommandFault {
    try {
      Mrz mrz = Mrz.parse(lines.equals(List.of("-")) ? standardInput() : lines);
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

  private Evidence read(Mrz mrz) throws CommandFault {
    try (SerialLine line = line();
        EmrtdReader chip = new EmrtdReader(mrz, new SecureRandom(), System::nanoTime)) {
      return read(Pn532.connect(line, System::nanoTime), chip);
    } catch (ChipAccessDeniedException e) {
      throw new CommandFault("the chip does not accept this MRZ; see that it is this document's");
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

  private Evidence read(Pn532 field, EmrtdReader chip)
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

  private CardChannel find(Pn532 field) throws LineLostException, CommandFault {
    return field
        .poll(Duration.ofSeconds(patience))
        .orElseThrow(
            () -> new CommandFault("no chip within " + patience + " s; lay the document down"));
  }

  private SerialLine line() throws CommandFault, LineLostException {
    if (!reader.startsWith(SERIAL)) {
      throw new CommandFault("--reader " + reader + ": write serial:DEVICE or serial:DEVICE@BAUD");
    }
    String[] parts = reader.substring(SERIAL.length()).split("@", 2);
    try {
      int baud = parts.length == 2 ? Integer.parseInt(parts[1]) : 115_200;
      return JsscLine.open(Path.of(parts[0]), baud, System::nanoTime);
    } catch (NumberFormatException e) {
      throw new CommandFault("--reader " + reader + ": the baud is no number");
    }
  }
}
