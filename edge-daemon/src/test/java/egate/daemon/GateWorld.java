package egate.daemon;

import egate.daemon.journal.Origin;
import egate.gate.GateState;
import egate.gate.Timings;
import egate.gate.Topology;
import egate.gate.gpio.Heartbeat;
import egate.gate.gpio.InputLine;
import egate.gate.gpio.Level;
import egate.report.Order;
import egate.report.Report;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A whole loop over fake lines, bridges and journal; the test is its thread and its clock. */
final class GateWorld {
  private static final Duration BEAT = Duration.ofMillis(100);
  private static final long PATIENCE_SECONDS = 10;

  final List<String> happened = new ArrayList<>();
  final FakeLines lines = new FakeLines(happened);
  final FakeLog log;
  final EventQueue queue = new EventQueue();
  final PassageBook book;
  final EdgeLoop loop;
  boolean offline;
  private final BlockingQueue<FakeBridge> launched = new LinkedBlockingQueue<>();
  private final List<FakeBridge> bridges = new ArrayList<>();
  private Duration now = Duration.ZERO;
  private long lastPid;

  GateWorld(int appendThatFails) {
    log = new FakeLog(appendThatFails, happened);
    book =
        new PassageBook(
            log,
            new Origin("SIM-1", new UUID(1, 2), "test"),
            result -> happened.add("enqueued " + result.sequence()),
            () -> offline,
            InstantSource.fixed(Instant.parse("2026-11-23T10:00:00Z")));
    BridgeSupervisor supervisor =
        new BridgeSupervisor(
            this::launch,
            event -> queue.put(new LoopEvent.OfBridge(event)),
            BridgeYard.TERMS,
            new EventLog());
    GateHardware hardware =
        new GateHardware(lines, Duration.ofMillis(20), Heartbeat.starting(BEAT, now));
    loop =
        new EdgeLoop(
            new LoopParts(
                queue,
                hardware,
                supervisor,
                book,
                Topology.INTEGRATED_TWO_STEP,
                timings(),
                () -> now,
                new EventLog()),
            0);
  }

  private static Timings timings() {
    Duration step = Duration.ofSeconds(5);
    return new Timings(
        Duration.ofSeconds(30),
        step,
        step,
        Duration.ofSeconds(40),
        step,
        Duration.ofMillis(1_500),
        step,
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofSeconds(3),
        200);
  }

  /** Both doors closed, nobody inside, a bridge serving. */
  FakeBridge idle() {
    doors(true, true);
    zone(true, false);
    input(InputLine.EMERGENCY, false);
    until(() -> !bridges.isEmpty());
    FakeBridge bridge = bridges.getFirst();
    bridge.says(Reports.ready(1));
    until(() -> !bridge.orders().isEmpty());
    says(bridge, Reports.PRESENT, GateState.Phase.IDLE);
    return bridge;
  }

  /** The bridge that was launched as the number says, waited for. */
  FakeBridge bridge(int number) {
    until(() -> bridges.size() >= number);
    return bridges.get(number - 1);
  }

  /** Inside the mantrap, ordered to identify. */
  FakeBridge identifying() {
    FakeBridge bridge = entering();
    doors(false, true);
    zone(false, false);
    doors(true, true);
    until(() -> phase() == GateState.Phase.IDENTIFYING);
    until(() -> bridge.orders().contains(new Order.Identify()));
    return bridge;
  }

  FakeBridge entering() {
    FakeBridge bridge = idle();
    says(bridge, Reports.HOLD, GateState.Phase.READING);
    says(bridge, Reports.ACCEPTED_DOCUMENT, GateState.Phase.ENTERING);
    return bridge;
  }

  void says(FakeBridge bridge, Report report, GateState.Phase then) {
    bridge.says(report);
    until(() -> phase() == then);
  }

  void doors(boolean entryClosed, boolean exitClosed) {
    input(InputLine.ENTRY_CLOSED, entryClosed);
    input(InputLine.ENTRY_OPEN, !entryClosed);
    input(InputLine.EXIT_CLOSED, exitClosed);
    input(InputLine.EXIT_OPEN, !exitClosed);
    pass(Duration.ofMillis(20));
  }

  void zone(boolean empty, boolean several) {
    input(InputLine.ZONE_EMPTY, empty);
    input(InputLine.ZONE_SEVERAL, several);
    pass(Duration.ofMillis(20));
  }

  void input(InputLine line, boolean high) {
    queue.put(new LoopEvent.Line(line, high ? Level.HIGH : Level.LOW));
    loop.turn();
  }

  /** Time goes on by that much, then the loop has two turns. */
  void pass(Duration time) {
    loop.turn();
    now = now.plus(time);
    loop.turn();
  }

  GateState.Phase phase() {
    return loop.lastView().gate().phase();
  }

  void until(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end || phase() == GateState.Phase.OUT_OF_SERVICE) {
        throw new AssertionError("did not come true; in " + phase() + " after " + happened);
      }
      loop.turn();
      launched.drainTo(bridges);
    }
  }

  private synchronized FakeBridge launch() {
    FakeBridge bridge = new FakeBridge(++lastPid);
    launched.add(bridge);
    return bridge;
  }
}
