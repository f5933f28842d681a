package egate.simulator;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code egate bench stop}. */
@Command(
    name = "stop",
    mixinStandardHelpOptions = true,
    description = {
      "Stops the daemon (SIGSTOP) for 1.5 s at every state of a passage, and lets it go on.",
      "",
      "Demanded: both locks at rest within 500 ms, none unlocked meanwhile, a right ending after"
          + " SIGCONT, the gate ready for the next traveller. Takes about two minutes."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:as demanded", "1:not as demanded", "2:usage or fault"})
public final class StopBench implements Callable<Integer> {
  private static final long REST_MILLIS_MAX = 500;
  private static final int TRAVELLERS_MAX = 5;

  /** Three times what the relay board waits. */
  private static final Duration STOP = Duration.ofMillis(1_500);

  @Option(
      names = "--json",
      description = "One object a line on standard output; the live account goes to the other.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    PrintStream live = json ? System.err : System.out;
    Narrator narrator = new Narrator(live, SimulatedPins.pins());
    LockWatch locks = new LockWatch(SimulatedPins.pins());
    boolean good = true;
    try (LoneGate gate = new LoneGate(RunFolder.create(false), narrator, 1)) {
      gate.site().board().listen(locks);
      for (StopMoment moment : StopMoment.values()) {
        good &= stop(gate, locks, moment, live);
      }
      gate.doors().breaches().forEach(live::println);
      good &= gate.doors().breaches().isEmpty();
    }
    return good ? 0 : 1;
  }

  /** A genuine traveller whom the comparison refers does not come to the moment; another does. */
  private boolean stop(LoneGate gate, LockWatch locks, StopMoment moment, PrintStream live)
      throws Exception {
    live.println("stopping at " + moment);
    StopWalk walk = walk(gate, locks, moment);
    for (int more = 1; walk.phase().equals("none") && more < TRAVELLERS_MAX; more++) {
      walk = walk(gate, locks, moment);
    }
    boolean right = !walk.phase().equals("none") && moment.mayEnd(gate.lastResult());
    boolean rested = locks.restMillis() <= REST_MILLIS_MAX && !locks.rose();
    print(moment, walk.phase(), locks.restMillis(), gate.lastResult(), right && rested);
    return right && rested;
  }

  private static StopWalk walk(LoneGate gate, LockWatch locks, StopMoment moment) throws Exception {
    int number = gate.results() + 1;
    Traveller traveller = gate.traveller(number, moment.persona());
    StopWalk walk = new StopWalk(gate, () -> stop(gate, locks), moment, traveller);
    walk.walk();
    if (gate.results() != number) {
      throw new IllegalStateException("traveller " + number + " has no result, or several");
    }
    return walk;
  }

  private static String stop(LoneGate gate, LockWatch locks)
      throws StuckException, IOException, InterruptedException {
    locks.stopped(System.nanoTime());
    gate.process().pause();
    String phase = gate.phase();
    Thread.sleep(STOP);
    gate.scene().awaitSight("the locks to fall", locks::atRest);
    locks.resumed();
    gate.process().resume();
    return phase;
  }

  private void print(
      StopMoment moment, String phase, long restMillis, String ending, boolean good) {
    System.out.printf(
        json
            ? "{\"moment\":\"%s\",\"phase\":\"%s\",\"rest_ms\":%d,\"ending\":\"%s\",\"good\":%b}%n"
            : "%-14s stopped in %-16s locks at rest after %3d ms, %s%s%n",
        moment,
        phase,
        restMillis,
        ending,
        json ? good : good ? "" : "  NOT AS DEMANDED");
  }
}
