package egate.simulator;

import egate.gate.gpio.InputLine;
import egate.gate.gpio.OutputLine;
import egate.gate.gpio.Urgency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code egate bench gate}. */
@Command(
    name = "gate",
    mixinStandardHelpOptions = true,
    description = {
      "Measures the unmodified daemon from outside, on simulated lines: what it costs while idle;"
          + " from an edge to what follows from it; and from the emergency input to both door"
          + " outputs while a bridge burns processor time and a neighbour syncs the same disk.",
      "",
      "Demanded: at most 0.5 % of a core, 2 ms beyond the debounce (p99), 10 ms (p99). Takes about"
          + " two minutes."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:as demanded", "1:not as demanded", "2:usage or fault"})
public final class GateBench implements Callable<Integer> {
  /** A daemon that has just started still compiles itself. */
  private static final Duration SETTLING = Duration.ofSeconds(20);

  private static final Duration IDLE = Duration.ofSeconds(30);
  private static final int EDGES = 500;
  private static final Duration BETWEEN_EDGES = Duration.ofMillis(120);
  private static final int EMERGENCIES = 200;
  private static final double IDLE_PERCENT_MAX = 0.5;
  private static final double EDGE_MILLIS_MAX = 2;
  private static final double EMERGENCY_MILLIS_MAX = 10;

  /** As hardware-profiles/simulated.yaml says. */
  private static final double DEBOUNCE_MILLIS = 20;

  /** A tick of {@code /proc/PID/stat} on every Linux. */
  private static final double TICK_MILLIS = 10;

  @Override
  public Integer call() throws Exception {
    Narrator quiet = new Narrator(System.err, SimulatedPins.pins());
    try (LoneGate gate = new LoneGate(RunFolder.create(false), quiet, 1)) {
      gate.scene().awaitReady();
      boolean _ = Urgency.take(); // what is timed is the daemon, not this process
      Probe probe = new Probe(gate.site().board(), SimulatedPins.pins());
      boolean idle = idle(gate);
      boolean edges = edges(gate, probe);
      boolean emergencies = emergencies(gate, probe);
      return idle && edges && emergencies ? 0 : 1;
    }
  }

  private static boolean idle(LoneGate gate) throws IOException, InterruptedException {
    System.err.println("idle for " + SETTLING.plus(IDLE).toSeconds() + " s ...");
    Thread.sleep(SETTLING);
    double before = processorMillis(gate.process().pid());
    long begin = System.nanoTime();
    Thread.sleep(IDLE);
    double millis = (System.nanoTime() - begin) / 1e6;
    double percent = 100 * (processorMillis(gate.process().pid()) - before) / millis;
    System.out.printf(
        "idle daemon: %.2f %% of one core (at most %.1f)%n", percent, IDLE_PERCENT_MAX);
    return percent <= IDLE_PERCENT_MAX;
  }

  /**
   * A contact that contradicts its twin makes the gate wait, and be ready again afterwards. The
   * contacts take turns: one that changed as often as this would count as bouncing.
   */
  private static boolean edges(LoneGate gate, Probe probe) throws Exception {
    List<InputLine> contacts =
        List.of(
            InputLine.ENTRY_CLOSED,
            InputLine.EXIT_OPEN,
            InputLine.EXIT_CLOSED,
            InputLine.ENTRY_OPEN);
    Figures figures = new Figures();
    for (int i = 0; i < EDGES / 2; i++) {
      InputLine contact = contacts.get(i % contacts.size());
      boolean rests = contact == InputLine.ENTRY_CLOSED || contact == InputLine.EXIT_CLOSED;
      figures.add(edge(probe, contact, !rests, OutputLine.LAMP_WAIT));
      figures.add(edge(probe, contact, rests, OutputLine.LAMP_READY));
      Thread.sleep(BETWEEN_EDGES);
      gate.scene().awaitReady();
    }
    return figures.print(
        "edge to its lamp, beyond the debounce of 20 ms", "Gate.next lies before", EDGE_MILLIS_MAX);
  }

  private static double edge(Probe probe, InputLine contact, boolean to, OutputLine lamp)
      throws InterruptedException {
    return probe.millis(contact, to, Set.of(lamp), true) - DEBOUNCE_MILLIS;
  }

  private static boolean emergencies(LoneGate gate, Probe probe) throws Exception {
    Set<OutputLine> locks = Set.of(OutputLine.ENTRY_UNLOCK, OutputLine.EXIT_UNLOCK);
    Figures figures = new Figures();
    try (Load _ = Load.start(gate.folder())) {
      for (int i = 0; i < EMERGENCIES; i++) {
        figures.add(probe.millis(InputLine.EMERGENCY, true, locks, true));
        probe.millis(InputLine.EMERGENCY, false, Set.of(OutputLine.LAMP_EMERGENCY), false);
        gate.scene().awaitReady();
      }
    }
    return figures.print(
        "emergency input to both door outputs", "under load", EMERGENCY_MILLIS_MAX);
  }

  private static double processorMillis(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
    return TICK_MILLIS * (Long.parseLong(fields.get(11)) + Long.parseLong(fields.get(12)));
  }
}
