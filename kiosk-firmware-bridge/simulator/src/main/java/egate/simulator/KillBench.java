package egate.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code egate bench kill}. */
@Command(
    name = "kill",
    mixinStandardHelpOptions = true,
    description = {
      "Kills the daemon (kill -9) at random moments while travellers pass, and starts it again on"
          + " the same stores.",
      "",
      "Demanded: central has each result once, what the gate said was on record is, each passage"
          + " has one result, the audit finds nothing, no store needs a person, no door stays or"
          + " comes open. 500 kills take about an hour."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:as demanded", "1:not as demanded", "2:usage or fault"})
public final class KillBench implements Callable<Integer> {
  /** Documents and fingers are costly to make, so the same people come again. */
  private static final int TRAVELLERS = 8;

  @Option(
      names = "--kills",
      paramLabel = "N",
      defaultValue = "500",
      description = "How many (default ${DEFAULT-VALUE}).")
  private int kills;

  @Option(
      names = "--life-ms",
      paramLabel = "MS",
      defaultValue = "5000",
      description =
          "The longest life of a daemon, of every second from the moment at which it is ready"
              + " (default ${DEFAULT-VALUE}).")
  private int lifeMillis;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Who comes, and when the kills do (default ${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--keep", description = "Keep the folder of the run, whatever happens.")
  private boolean keep;

  private int starved;

  @Override
  public Integer call() throws Exception {
    RunFolder folder = RunFolder.create(keep);
    Narrator quiet =
        new Narrator(new PrintStream(OutputStream.nullOutputStream()), SimulatedPins.pins());
    SplittableRandom random = new SplittableRandom(seed);
    try (Central central = Central.start(folder.path());
        LoneGate gate = new LoneGate(folder, quiet, seed, central.port())) {
      List<Traveller> travellers = travellers(gate);
      for (int kill = 1; kill <= kills; kill++) {
        live(gate, travellers, random);
        if (kill % 10 == 0) {
          System.err.printf(
              "%d kills, central has %d results%n", kill, central.collector().committed().size());
        }
      }
      return judge(gate, central) ? 0 : 1;
    }
  }

  private static List<Traveller> travellers(LoneGate gate) throws IOException {
    List<Traveller> travellers = new ArrayList<>();
    for (int number = 1; number <= TRAVELLERS; number++) {
      travellers.add(gate.traveller(number, Persona.GENUINE));
    }
    return travellers;
  }

  /** From a start to a kill in the midst of whatever is going on, and to the next start. */
  private void live(LoneGate gate, List<Traveller> travellers, SplittableRandom random)
      throws Exception {
    try (Passerby passerby = Passerby.start(gate, travellers, random.split())) {
      if (random.nextBoolean()) {
        gate.scene().awaitSight("a traveller", () -> passerby.came() || !gate.process().alive());
      }
      if (gate.process().endsWithin(random.nextInt(lifeMillis), TimeUnit.MILLISECONDS)) {
        endedByItself(gate.lastLine());
      }
      long killed = System.nanoTime();
      gate.process().kill();
      gate.doors().killed(killed);
      gate.scene().awaitSight("the locks to drop", gate.doors()::atRest);
    }
    gate.process().restart();
  }

  /** A bridge that a busy machine starved is tried again, as systemd would; a store never is. */
  private void endedByItself(String line) {
    if (!line.contains("bridge")) {
      throw new IllegalStateException("a store needs a person: " + line);
    }
    starved++;
  }

  private boolean judge(LoneGate gate, Central central) throws Exception {
    gate.scene().awaitReady();
    RecordJudge judge = new RecordJudge(gate, central);
    List<String> findings = judge.findings();
    findings.addAll(gate.doors().breaches());
    findings.forEach(finding -> System.out.println("WRONG  " + finding));
    System.out.printf(
        "%d kills: %d results at central, %d findings (%s)%n",
        kills, central.collector().committed().size(), findings.size(), judge.stores());
    System.out.printf(
        "locks at rest after a kill at most %d ms; %d daemons ended because the machine starved"
            + " their first bridge%n",
        gate.doors().restMillis(), starved);
    return findings.isEmpty();
  }
}
