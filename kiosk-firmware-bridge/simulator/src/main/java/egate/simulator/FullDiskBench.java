package egate.simulator;

import egate.gate.Lamp;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code egate bench full-disk}. */
@Command(
    name = "full-disk",
    mixinStandardHelpOptions = true,
    description = {
      "Fills the gate's disk, a small tmpfs, to the last byte at every state of a passage, and"
          + " gives the space back once the traveller is gone. Needs root, to mount.",
      "",
      "Demanded: the passage goes to its end with a result on record, nobody else is taken"
          + " meanwhile, the gate opens again, central has every result. Takes about two minutes."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:as demanded", "1:not as demanded", "2:usage or fault"})
public final class FullDiskBench implements Callable<Integer> {
  /** Beyond what the record demands to be free (48 MB), room for journal and database. */
  private static final int DISK_MEGABYTES = 80;

  private static final int TRAVELLERS_MAX = 5;

  @Option(
      names = "--moment",
      paramLabel = "STATE",
      description = "Fill it only then, as the bench prints it; may be repeated (default: all).")
  private List<StopMoment> moments = List.of(StopMoment.values());

  private boolean good = true;

  @Override
  public Integer call() throws Exception {
    RunFolder folder = RunFolder.create(true);
    Narrator quiet =
        new Narrator(new PrintStream(OutputStream.nullOutputStream()), SimulatedPins.pins());
    try (SmallDisk disk = SmallDisk.mount(folder.gate(), DISK_MEGABYTES);
        Central central = Central.start(folder.path());
        LoneGate gate = new LoneGate(folder, quiet, 1, central.port())) {
      for (StopMoment moment : moments) {
        fillAt(moment, disk, gate);
      }
      RecordJudge judge = new RecordJudge(gate, central);
      List<String> findings = judge.findings();
      findings.addAll(gate.doors().breaches());
      findings.forEach(finding -> System.out.println("WRONG  " + finding));
      good &= findings.isEmpty();
      System.out.printf(
          "%d results at central, %d findings (%s)%n",
          central.collector().committed().size(), findings.size(), judge.stores());
    }
    Files.deleteIfExists(folder.gate());
    new RunFolder(folder.path(), false).finish();
    return good ? 0 : 1;
  }

  private void fillAt(StopMoment moment, SmallDisk disk, LoneGate gate) throws Exception {
    System.err.println("filling at " + moment);
    int before = gate.results();
    int walked = 0;
    String phase = "none";
    if (moment == StopMoment.IDLE) {
      phase = whileIdle(disk, gate);
    }
    for (; phase.equals("none") && walked < TRAVELLERS_MAX; walked++) {
      phase = inPassage(moment, disk, gate); // whom the comparison refers does not come that far
    }
    boolean right = !phase.equals("none") && gate.results() == before + walked;
    good &= right;
    System.out.printf(
        "%-14s filled in %-16s %s, ready again%s%n",
        moment,
        phase,
        walked == 0 ? "nobody taken" : gate.lastResult(),
        right ? "" : "  NOT AS DEMANDED");
  }

  private static String whileIdle(SmallDisk disk, LoneGate gate) throws Exception {
    gate.scene().awaitReady();
    String phase = fill(disk, gate);
    empty(disk, gate);
    gate.scene().awaitReady();
    return phase;
  }

  private static String inPassage(StopMoment moment, SmallDisk disk, LoneGate gate)
      throws Exception {
    StopWalk.Deed deed =
        new StopWalk.Deed() {
          private boolean full;

          @Override
          public String atMoment() throws IOException {
            full = true;
            return fill(disk, gate);
          }

          @Override
          public void whenGone() throws StuckException, IOException, InterruptedException {
            if (full) {
              empty(disk, gate);
            }
          }
        };
    Traveller traveller = gate.traveller(gate.results() + 1, moment.persona());
    StopWalk walk = new StopWalk(gate, deed, moment, traveller);
    walk.walk();
    return walk.phase();
  }

  private static String fill(SmallDisk disk, LoneGate gate) throws IOException {
    disk.fill();
    return gate.phase();
  }

  /** The gate says why nobody is taken; then there is space again. */
  private static void empty(SmallDisk disk, LoneGate gate)
      throws StuckException, IOException, InterruptedException {
    gate.scene().await(EnumSet.of(Lamp.WAIT));
    gate.scene().awaitSight("the status to say why nobody is taken", () -> says(gate));
    disk.clear();
  }

  private static boolean says(LoneGate gate) {
    try {
      return !gate.status().path("record").path("full").asText().isEmpty();
    } catch (IOException e) {
      return false;
    }
  }
}
