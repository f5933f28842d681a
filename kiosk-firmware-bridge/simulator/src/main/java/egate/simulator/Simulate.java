package egate.simulator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import egate.simulator.device.Pace;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code egate simulate}. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Walks travellers through a simulated gate: emulated devices and doors around the unmodified"
          + " daemon and its bridge processes.",
      "",
      "Shows live what each traveller does and sees. For the middle third of the run the broker of"
          + " central monitoring is down; every result arrives once it is back. Ends with a table."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every traveller got what that persona should get",
      "1:at least one did not",
      "2:usage or fault"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the options before it calls
final class Simulate implements Callable<Integer> {
  private static final int DEFAULT = 20;

  @Spec private CommandSpec spec;

  @Option(
      names = "--travellers",
      paramLabel = "N",
      description = "How many travellers, 1..10000 (default 20, or each --persona once).")
  private @Nullable Integer travellers;

  @Option(
      names = "--persona",
      paramLabel = "NAME",
      split = ",",
      description = "Who comes, in this order and nobody else; names as the table shows them.")
  private List<String> personas = List.of();

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Who comes, and with which document and finger (default ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--pace",
      paramLabel = "real|fast",
      defaultValue = "fast",
      description = "Whether serial lines keep their true speed (default ${DEFAULT-VALUE}).")
  private Pace pace;

  @Option(
      names = "--reader",
      paramLabel = "pn532|pcsc",
      defaultValue = "pn532",
      description =
          "How chips are read: by an emulated PN532, or through Debian's pcscd and its virtual"
              + " reader (default ${DEFAULT-VALUE}).")
  private ChipReaderKind reader;

  @Option(
      names = "--terminal-key",
      paramLabel = "file|centre",
      defaultValue = "file",
      description =
          "Where the gate's key for terminal authentication lies: in a file, or with a control"
              + " centre, whose broker then stays up (default ${DEFAULT-VALUE}).")
  private TerminalKeyKind terminalKey;

  @Option(
      names = "--keep",
      description = "Keep the gate's folder (journal, database, logs) and say where it is.")
  private boolean keep;

  @Option(
      names = "--json",
      description = "One object a line on standard output; the live account goes to the other.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    List<Persona> wanted = wanted();
    int number = number(wanted);
    if (reader == ChipReaderKind.PCSC && SmartCards.missing().isPresent()) {
      throw new ParameterException(
          spec.commandLine(), "--reader pcsc: " + SmartCards.missing().get());
    }
    PrintStream live = json ? System.err : System.out;
    Narrator narrator = new Narrator(live, SimulatedPins.pins());
    try (Run run = new Run(RunFolder.create(keep), narrator, pace, reader, terminalKey, seed)) {
      Verdict verdict = run.walk(number, wanted);
      print(verdict);
      return verdict.good() ? 0 : 1;
    }
  }

  private int number(List<Persona> wanted) {
    int number = travellers != null ? travellers : wanted.isEmpty() ? DEFAULT : wanted.size();
    if (number < 1 || number > 10_000) {
      throw new ParameterException(
          spec.commandLine(), "--travellers is " + number + "; give 1..10000");
    }
    return number;
  }

  private List<Persona> wanted() {
    List<Persona> wanted = new ArrayList<>();
    for (String name : personas) {
      wanted.add(Persona.of(name).orElseThrow(() -> unknown(name)));
    }
    return wanted;
  }

  private ParameterException unknown(String name) {
    String known =
        Arrays.stream(Persona.values()).map(Persona::id).collect(Collectors.joining(", "));
    return new ParameterException(
        spec.commandLine(), "no persona " + name + "; there are " + known);
  }

  private void print(Verdict verdict) {
    if (!json) {
      System.out.println();
      System.out.println(PassageTable.of(verdict.passages()));
      System.out.println();
      System.out.println(verdict.sentence());
      return;
    }
    ObjectMapper mapper = new ObjectMapper();
    for (Passage passage : verdict.passages()) {
      System.out.println(passage.toJson(mapper));
    }
    ObjectNode last = mapper.createObjectNode();
    last.set("summary", verdict.toJson(mapper));
    System.out.println(last);
  }
}
