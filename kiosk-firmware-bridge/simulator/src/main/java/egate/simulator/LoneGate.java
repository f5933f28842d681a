package egate.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import egate.simulator.device.Pace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A simulated site and the unmodified daemon, for measurements. What the gate decided is read in
 * its log.
 */
final class LoneGate implements AutoCloseable {
  private static final Pattern RESULT = Pattern.compile("result (\\d+): (\\w+) (\\w+)");
  private static final Pattern PHASE = Pattern.compile("gate \\w+ -> (\\w+)");
  private static final int NOBODY_LISTENS = 9;

  private final RunFolder folder;
  private final Population population;
  private final DoorWatch doors = new DoorWatch(SimulatedPins.pins());
  private final GateSite site;
  private final Path log;
  private final GateProcess process;
  private final Scene scene;

  /** With nobody upstream. */
  LoneGate(RunFolder folder, Narrator narrator, long seed) throws IOException {
    this(folder, narrator, seed, NOBODY_LISTENS);
  }

  /**
   * @param brokerPort where central's broker listens
   */
  LoneGate(RunFolder folder, Narrator narrator, long seed, int brokerPort) throws IOException {
    this.folder = folder;
    Path root = Path.of(System.getProperty("egate.root"));
    population = new Population(seed, LocalDate.now(Clock.systemUTC()), root);
    Run.provision(folder.gate(), population);
    site = GateSite.build(folder.gate(), Pace.FAST, Optional.empty());
    site.board().listen(doors);
    log = folder.path().resolve("daemon.log");
    Path profile = root.resolve("hardware-profiles/simulated.yaml");
    process =
        GateProcess.start(Run.command(profile, folder.gate(), brokerPort, site), Map.of(), log);
    Path mrzReader = folder.gate().resolve("dev/mrz-reader");
    scene = new Scene(site, process, doors, mrzReader, new SplittableRandom(seed), narrator);
  }

  Traveller traveller(int number, Persona persona) throws IOException {
    return population.traveller(number, persona);
  }

  GateSite site() {
    return site;
  }

  GateProcess process() {
    return process;
  }

  Scene scene() {
    return scene;
  }

  /** What the doors did that they never may. */
  DoorWatch doors() {
    return doors;
  }

  Path folder() {
    return folder.path();
  }

  /** The phase that the gate said last that it goes to. */
  String phase() throws IOException {
    return last(PHASE).map(match -> match.group(1)).orElse("none");
  }

  /** How many results the gate has recorded. */
  int results() throws IOException {
    return last(RESULT).map(match -> Integer.parseInt(match.group(1))).orElse(0);
  }

  /** Outcome and cause of the last result. */
  String lastResult() throws IOException {
    return last(RESULT).map(match -> match.group(2) + " " + match.group(3)).orElse("none");
  }

  /** Each result that the gate said was on record: its sequence, and its outcome in lower case. */
  Map<Long, String> promised() throws IOException {
    Map<Long, String> promised = new HashMap<>();
    for (String line : Files.readAllLines(log)) {
      Matcher result = RESULT.matcher(line);
      if (result.find()) {
        promised.put(Long.valueOf(result.group(1)), result.group(2).toLowerCase(Locale.ROOT));
      }
    }
    return promised;
  }

  /** What the daemon said last. */
  String lastLine() throws IOException {
    return Files.readAllLines(log).stream().reduce("", (_, line) -> line);
  }

  /** What {@code egate status --json} says. */
  JsonNode status() throws IOException {
    return process.status(System.getProperty("egate.launcher"), folder.gate());
  }

  private Optional<Matcher> last(Pattern pattern) throws IOException {
    Matcher found = null;
    for (String line : Files.readAllLines(log)) {
      Matcher matcher = pattern.matcher(line);
      if (matcher.find()) {
        found = matcher;
      }
    }
    return Optional.ofNullable(found);
  }

  @Override
  public void close() throws IOException {
    try {
      process.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      site.close();
      folder.finish();
    }
  }
}
