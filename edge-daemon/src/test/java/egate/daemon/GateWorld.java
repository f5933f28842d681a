package egate.daemon;

import egate.daemon.config.HardwareProfile;
import egate.daemon.journal.JournalEntry;
import egate.daemon.journal.Origin;
import egate.gate.GateState;
import egate.gate.Timings;
import egate.gate.Topology;
import egate.gate.gpio.Heartbeat;
import egate.gate.gpio.InputLine;
import egate.gate.gpio.Level;
import egate.gate.gpio.OutputLine;
import egate.report.Order;
import egate.report.Report;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A whole loop over fake lines, bridges and journal; the test is its thread and its clock. */
final class GateWorld {
  /** Each step that a traveller takes on foot. */
  static final Duration STEP = Duration.ofSeconds(5);

  private static final Duration BEAT = Duration.ofMillis(100);
  private static final Duration DOCUMENT_LEFT = Duration.ofSeconds(2);
  private static final long PATIENCE_SECONDS = 10;

  final List<String> happened = new ArrayList<>();
  final FakeLines lines;
  final FakeLog log;
  final List<GateState.Phase> calls = new ArrayList<>();
  final EventQueue queue = new EventQueue();
  final PassageBook book;
  final EdgeLoop loop;
  boolean offline;
  private final BlockingQueue<FakeBridge> launched = new LinkedBlockingQueue<>();
  private final List<FakeBridge> bridges = new ArrayList<>();
  private final Set<InputLine> wired;
  private Duration now = Duration.ZERO;
  private long lastPid;

  GateWorld(int appendThatFails) {
    this(
        appendThatFails,
        Topology.INTEGRATED_TWO_STEP,
        EnumSet.allOf(InputLine.class),
        EnumSet.allOf(OutputLine.class));
  }

  /** Built and wired as a profile says. */
  GateWorld(HardwareProfile profile) {
    this(
        -1,
        profile.topology(),
        profile.lines().wiring().inputs().keySet(),
        profile.lines().wiring().outputs().keySet());
  }

  private GateWorld(
      int appendThatFails, Topology topology, Set<InputLine> inputs, Set<OutputLine> outputs) {
    wired = Set.copyOf(inputs);
    lines = new FakeLines(happened, outputs);
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
        new GateHardware(
            lines,
            Duration.ofMillis(20),
            topology,
            Duration.ofSeconds(5),
            Heartbeat.starting(BEAT, now));
    loop =
        new EdgeLoop(
            new LoopParts(
                queue,
                hardware,
                supervisor,
                calls::add,
                book,
                topology,
                timings(),
                DOCUMENT_LEFT,
                () -> now,
                new EventLog()),
            0);
  }

  private static Timings timings() {
    return new Timings(
        Duration.ofSeconds(30),
        STEP,
        STEP,
        Duration.ofSeconds(40),
        STEP,
        Duration.ofMillis(1_500),
        STEP,
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofSeconds(3),
        200);
  }

  /** Both doors closed, nobody inside, a bridge serving. */
  FakeBridge idle() {
    doors(true, true);
    zone(true, false);
    for (InputLine line : EnumSet.range(InputLine.EMERGENCY, InputLine.MORE_TIME)) {
      input(line, false);
    }
    pass(Duration.ofMillis(20));
    until(() -> !bridges.isEmpty());
    FakeBridge bridge = bridges.getFirst();
    bridge.says(Reports.ready(1));
    until(() -> begun(bridge));
    says(bridge, Reports.PRESENT, GateState.Phase.IDLE);
    return bridge;
  }

  /** The bridge of a number, which owns the devices and waits for a document. */
  FakeBridge serving(int number) {
    FakeBridge bridge = bridge(number);
    bridge.says(Reports.ready(number));
    until(() -> begun(bridge));
    bridge.says(Reports.PRESENT);
    until(() -> loop.lastView().gate().bridge() == egate.gate.Bridge.FRESH);
    return bridge;
  }

  private static boolean begun(FakeBridge bridge) {
    return bridge.orders().stream().anyMatch(Order.Begin.class::isInstance);
  }

  /** The bridge that was launched as the number says, waited for. */
  FakeBridge bridge(int number) {
    until(() -> bridges.size() >= number);
    return bridges.get(number - 1);
  }

  /** Inside the mantrap, ordered to identify. */
  FakeBridge identifying() {
    FakeBridge bridge = entering();
    walkIn();
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

  /** Into the mantrap, and the entry falls closed behind. */
  void walkIn() {
    doors(false, true);
    zone(false, false);
    doors(true, true);
  }

  /** Out through the open exit, which falls closed behind. */
  void walkOut() {
    doors(true, false);
    zone(true, false);
    doors(true, true);
  }

  /** Accepted, out through the exit, and the bridge dies as it should. */
  void leave(FakeBridge bridge) {
    says(bridge, Reports.ACCEPTED_TRAVELLER, GateState.Phase.LEAVING);
    walkOut();
    until(() -> phase() == GateState.Phase.ENDING);
    bridge.dies(0);
  }

  /** A button, pressed for long enough to count and let go. */
  void press(InputLine button) {
    turn(button, true);
    turn(button, false);
  }

  /** A switch or a single contact, until it counts. */
  void turn(InputLine line, boolean on) {
    input(line, on);
    pass(Duration.ofMillis(20)); // by then what waited before it has been taken
    pass(Duration.ofMillis(20));
  }

  /** The last result as it goes upstream. */
  String result() {
    return log.entries.stream()
        .filter(JournalEntry.PassageResult.class::isInstance)
        .map(entry -> ((JournalEntry.PassageResult) entry).json())
        .reduce((_, last) -> last)
        .orElse("no result");
  }

  /** When the phase ends. */
  Duration deadline() {
    return Objects.requireNonNull(loop.lastView().gate().deadline());
  }

  Duration now() {
    return now;
  }

  boolean ready() {
    return phase().ready();
  }

  /** A line that the gate does not have says nothing. */
  void input(InputLine line, boolean high) {
    if (!wired.contains(line)) {
      return;
    }
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
      if (System.nanoTime() > end || failed()) {
        throw new AssertionError("did not come true; in " + phase() + " after " + happened);
      }
      loop.turn();
      launched.drainTo(bridges);
    }
  }

  /** Out of service for want of lines or record, which nobody here will mend. */
  private boolean failed() {
    return loop.lastView().gate().failed();
  }

  private synchronized FakeBridge launch() {
    FakeBridge bridge = new FakeBridge(++lastPid);
    launched.add(bridge);
    return bridge;
  }
}
