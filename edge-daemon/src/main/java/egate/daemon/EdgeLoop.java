package egate.daemon;

import egate.daemon.diagnostics.BridgeStatus;
import egate.daemon.journal.JournalException;
import egate.gate.Fault;
import egate.gate.Gate;
import egate.gate.GateCommand;
import egate.gate.GateEvent;
import egate.gate.GateState;
import egate.gate.HandOrder;
import egate.gate.Reporting;
import egate.gate.Step;
import egate.gate.Timings;
import egate.gate.gpio.SensorFault;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one place where something is decided and done: takes events one by one, asks {@link
 * Gate#next}, carries out its commands in order.
 *
 * <p>One thread. The heartbeat is toggled by the same turns that decide, so that a loop that hangs
 * drops the locks.
 */
final class EdgeLoop {
  /** A failure's own commands may fail too, once for each of lines and record; then it is a bug. */
  private static final int TROUBLES_MAX = 3;

  private static final Duration VIEW_EVERY = Duration.ofSeconds(1);
  private static final Duration REAPING_MAX = Duration.ofSeconds(2);

  private final EventQueue queue;
  private final GateHardware hardware;
  private final BridgeSupervisor supervisor;
  private final PassageBook book;
  private final Consumer<GateState.Phase> officer;
  private final Timings timings;
  private final MonotonicClock clock;
  private final EventLog log;
  private volatile LoopView lastView;
  private Duration nextView = Duration.ZERO;
  private final LeftDocument leftDocument;
  private GateState state;
  private String lastFailure = "";

  /** Whether the last order was permitted and is on record. */
  private boolean heeded;

  EdgeLoop(LoopParts parts, long lastPassage) {
    queue = parts.queue();
    hardware = parts.hardware();
    supervisor = parts.supervisor();
    book = parts.book();
    officer = parts.officer();
    timings = parts.timings();
    clock = parts.clock();
    log = parts.log();
    leftDocument = new LeftDocument(parts.documentLeft());
    state = GateState.initial(parts.topology(), lastPassage);
    lastView = view();
  }

  /** Runs until the queue is closed; then the locks are at rest and the bridges dead. */
  void run() {
    try {
      handle(List.of(new GateCommand.Show(state.lamp())), clock.now(), 0);
      while (!queue.closed()) {
        turn();
      }
    } finally {
      hardware.close();
      supervisor.shutDown(clock.now(), REAPING_MAX);
      log.stopped();
    }
  }

  /** What the loop let others see after its last turn; from any thread. */
  LoopView lastView() {
    return lastView;
  }

  /** One event, or none in time; then whatever is due. */
  void turn() {
    LoopEvent event = queue.poll(untilDue(clock.now()));
    noteStandstill();
    // First: whoever presents a document to a full record must not begin a passage.
    report(book.reporting());
    switch (event) {
      case null -> {}
      case LoopEvent.Line change -> sensed(hardware.heard(change, clock.now()));
      case LoopEvent.OfBridge(BridgeEvent bridge) -> tell(supervisor.take(bridge, clock.now()));
      case LoopEvent.Ordered ordered -> obey(ordered);
    }
    sensed(hardware.tick(clock.now()));
    tell(supervisor.tick(clock.now()));
    leftDocument.look(hardware.documentPresent(), state, clock.now()).ifPresent(this::feed);
    if (state.current().extended()) {
      supervisor.extend(timings.extendedPercent(), clock.now());
    }
    if (due(state.deadline(), clock.now())) {
      feed(new GateEvent.Tick());
    }
    beat();
    showView(event != null);
  }

  /** An idle gate beats ten times a second, and looks the same each time. */
  private void showView(boolean somethingHappened) {
    Duration now = clock.now();
    if (somethingHappened || !state.equals(lastView.gate()) || now.compareTo(nextView) >= 0) {
      lastView = view();
      nextView = now.plus(VIEW_EVERY);
    }
  }

  private void tell(List<Notice> notices) {
    for (Notice notice : notices) {
      if (notice instanceof Notice.Said(var report)) {
        book.note(report);
      }
      Translation.toGate(notice, state.phase()).ifPresent(this::feed);
    }
  }

  private void report(Reporting now) {
    if (now != state.standing().reporting()) {
      feed(new GateEvent.ReportingChanged(now));
    }
  }

  private void feed(GateEvent event) {
    handle(event, 0);
    if (heeded && event instanceof GateEvent.Ordered(HandOrder.Maintenance(boolean on), _) && !on) {
      lookWhetherRepaired();
    }
  }

  /** What follows from the lines comes first: an emergency waits for no disk. */
  private void sensed(List<GateEvent> events) {
    events.forEach(this::feed);
    for (SensorFault fault : hardware.faults()) {
      log.disturbed(fault);
      try {
        book.disturbed(fault);
      } catch (JournalException e) {
        log.recordFailed(String.valueOf(e.getMessage()));
        feed(new GateEvent.RecordFailed());
      }
    }
  }

  private void obey(LoopEvent.Ordered ordered) {
    heeded = false;
    feed(new GateEvent.Ordered(ordered.order(), ordered.by()));
    ordered.heeded().complete(heeded);
  }

  /** A technician who hands the gate back vouches for it, where no line says otherwise. */
  private void lookWhetherRepaired() {
    if (state.standing().fault() == Fault.NONE) {
      return;
    }
    if (book.works() && hardware.repaired()) {
      feed(new GateEvent.Repaired());
    } else {
      log.notRepaired();
    }
  }

  private void handle(GateEvent event, int troubles) {
    if (troubles > TROUBLES_MAX) {
      throw new IllegalStateException("failures are answered with commands that fail, for ever");
    }
    Duration now = clock.now();
    Step step = Gate.next(state, event, now, timings);
    GateState.Phase before = state.phase();
    state = step.state();
    if (before != state.phase()) {
      log.gateMoved(before, state.phase());
      book.moved(before, state.phase(), now);
    }
    handle(step.commands(), now, troubles);
  }

  private void handle(List<GateCommand> commands, Duration now, int troubles) {
    Optional<GateEvent> lineTrouble = Optional.empty();
    for (GateCommand command : commands) {
      if (lineTrouble.isPresent() && command instanceof GateCommand.Unlock) {
        continue; // the other lock and the record still get their turn, an opening does not
      }
      try {
        perform(command, now);
      } catch (JournalException e) {
        log.recordFailed(String.valueOf(e.getMessage()));
        handle(new GateEvent.RecordFailed(), troubles + 1);
        return; // the commands behind it are dropped
      } catch (IOException e) {
        lineTrouble = Optional.of(linesFailed(e));
      }
    }
    lineTrouble.ifPresent(trouble -> handle(trouble, troubles + 1));
  }

  private void perform(GateCommand command, Duration now) throws JournalException, IOException {
    switch (command) {
      case GateCommand.RecordBegin(long passage) ->
          book.begin(passage, supervisor.findings().versions(), now);
      case GateCommand.RecordDecision(long passage, var door) -> book.decide(passage, door);
      case GateCommand.RecordResult(_, var outcome, var cause) -> {
        book.end(outcome, cause, now);
        log.passageEnded(book.lastSequence(), outcome, cause);
      }
      case GateCommand.RecordEmergency(boolean active) -> book.emergency(active);
      case GateCommand.RecordOrder ordered -> {
        heeded = false;
        book.ordered(ordered);
        heeded = ordered.heeded();
        log.ordered(ordered);
      }
      case GateCommand.CallOfficer(var phase) -> {
        log.officerCalled(phase);
        officer.accept(phase);
      }
      case GateCommand.Actuation actuation -> hardware.perform(actuation);
      case GateCommand.Identify _ -> supervisor.identify(now);
      case GateCommand.EndBridge _ -> supervisor.end(now);
    }
  }

  /** Before anything else is decided; the heart beats first, for relays pull on no dead board. */
  private void noteStandstill() {
    if (hardware.stoodStill(clock.now())) {
      log.stoodStill();
      heartbeat();
      feed(new GateEvent.Stalled());
    }
  }

  private void beat() {
    noteStandstill();
    heartbeat();
  }

  private void heartbeat() {
    try {
      hardware.beat(clock.now());
    } catch (IOException e) {
      feed(linesFailed(e));
    }
  }

  /** Said once for each message: a lost line fails again at every beat. */
  private GateEvent linesFailed(IOException e) {
    String line = String.valueOf(e.getMessage());
    if (!line.equals(lastFailure)) {
      lastFailure = line;
      log.linesFailed(line);
    }
    return new GateEvent.LinesFailed();
  }

  private Duration untilDue(Duration now) {
    Duration next = earlier(hardware.due(), state.deadline());
    next = earlier(next, supervisor.deadline().orElse(null));
    return next.compareTo(now) > 0 ? next.minus(now) : Duration.ZERO;
  }

  private static Duration earlier(Duration a, @Nullable Duration b) {
    return b == null || a.compareTo(b) <= 0 ? a : b;
  }

  private static boolean due(@Nullable Duration deadline, Duration now) {
    return deadline != null && now.compareTo(deadline) >= 0;
  }

  private LoopView view() {
    List<BridgeStatus> bridges =
        supervisor.bridges().stream()
            .map(bridge -> new BridgeStatus(bridge.number, bridge.pid(), bridge.describe()))
            .toList();
    return new LoopView(
        state,
        supervisor.findings().devices().snapshot(),
        bridges,
        supervisor.handovers().status(),
        book.today(),
        book.lastSequence(),
        supervisor.findings().versions(),
        supervisor.findings().terminal());
  }
}
