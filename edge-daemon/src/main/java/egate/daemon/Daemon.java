package egate.daemon;

import egate.daemon.config.ClockSource;
import egate.daemon.config.HardwareProfile;
import egate.daemon.config.TerminalKey;
import egate.daemon.diagnostics.DiagnosticsServer;
import egate.daemon.diagnostics.RunningVersions;
import egate.daemon.diagnostics.Status;
import egate.daemon.journal.Anchor;
import egate.daemon.journal.DatabaseKey;
import egate.daemon.journal.DeviceKey;
import egate.daemon.journal.Journal;
import egate.daemon.journal.JournalEntry;
import egate.daemon.journal.JournalException;
import egate.daemon.journal.KernelClock;
import egate.daemon.journal.KeyException;
import egate.daemon.journal.Origin;
import egate.daemon.journal.Outbox;
import egate.daemon.journal.OutboxException;
import egate.daemon.journal.RecordKeeper;
import egate.daemon.journal.RecordPolicy;
import egate.daemon.journal.RecordStores;
import egate.daemon.journal.Telemetry;
import egate.daemon.update.UpdateException;
import egate.daemon.update.Updater;
import egate.daemon.uplink.Broker;
import egate.daemon.uplink.BrokerRefusedException;
import egate.daemon.uplink.TerminalPost;
import egate.daemon.uplink.Uplink;
import egate.gate.gpio.Heartbeat;
import egate.report.Order;
import egate.report.Versions;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** Wires one gate together, runs it until it is told to stop, and takes it apart again. */
final class Daemon {
  private final HardwareProfile profile;
  private final StateFolder state;
  private final Machine machine;
  private final EventQueue queue;
  private final MonotonicClock clock = MonotonicClock.system();
  private final GateClock wall;
  private final Optional<Updater> updater;
  private final CurrentData data;
  private final EventLog log = new EventLog();
  private final Optional<TerminalPost> centre;

  /**
   * A daemon that ends when the queue is closed.
   *
   * @param queue the loop's, to be closed from any thread
   */
  Daemon(HardwareProfile profile, StateFolder state, Machine machine, EventQueue queue) {
    this.profile = profile;
    this.state = state;
    this.machine = machine;
    this.queue = queue;
    this.centre = centre(profile);
    this.wall =
        new GateClock(
            InstantSource.system(),
            clock,
            KernelClock::quality,
            new Timekeeping(profile.clock() == ClockSource.BATTERY));
    this.updater = UpdateParts.updater(profile, state);
    this.data = new CurrentData(profile, state, updater);
  }

  /**
   * Runs until the queue is closed.
   *
   * <p>The journal's lock comes first, so that no second daemon touches a line; the lines are
   * opened at rest; an interrupted passage gets its result before anything can move.
   */
  void run()
      throws StartException,
          JournalException,
          KeyException,
          OutboxException,
          BrokerRefusedException {
    Preflight.check(profile, state);
    state.prepare();
    if (profile.production()) {
      HighestVersion.advance(state, "profile", profile.name(), profile.version());
    }
    readData();
    DeviceKey device = DeviceKey.read(Preflight.deviceKey(profile, state));
    try (Journal journal = journal();
        GateHardware hardware = hardware();
        Outbox outbox = outbox(journal);
        Telemetry telemetry =
            Telemetry.open(state.telemetry(), journal, RecordPolicy.DEFAULT.telemetryMostBytes());
        RecordKeeper keeper = keeper(stores(journal, outbox, telemetry), device);
        OfficersDesk desk = OfficersDesk.of(profile, state, machine, queue, clock);
        Uplink uplink = uplink(keeper.stores());
        UpdateService updates = updates(telemetry)) {
      updates.start();
      PassageBook book = book(journal, outbox, uplink);
      book.fullWhen(keeper::full);
      book.closeInterrupted(data.least());
      BridgeSupervisor supervisor = supervisor();
      EdgeLoop loop =
          new EdgeLoop(parts(hardware, supervisor, desk, book), journal.recovery().lastPassage());
      serve(loop, supervisor, uplink, keeper);
    }
  }

  private void serve(EdgeLoop loop, BridgeSupervisor supervisor, Uplink uplink, RecordKeeper keeper)
      throws StartException {
    try (DiagnosticsServer server = diagnostics(loop, uplink, keeper);
        PortFile _ = PortFile.write(state.portFile(), server.port())) {
      new LoopThread(queue, state.resolve(profile.trust().store()), log)
          .run(
              loop,
              supervisor.findings().firstAnswer(),
              () -> log.serving(profile.name(), profile.version(), server.port()));
    }
  }

  /** The first bridge says what is wrong with a store that cannot be read. */
  private void readData() throws StartException {
    try {
      var _ = data.refresh();
    } catch (UpdateException e) {
      log.updateRefused(String.valueOf(e.getMessage()));
    }
    wall.notBefore(data.compiledAt());
  }

  private UpdateService updates(Telemetry telemetry) {
    return new UpdateService(
        updater,
        profile.updates(),
        state,
        data,
        () ->
            ClockReport.of(data.clocks(), wall)
                .forEach(json -> telemetry.append(wall.millis(), json)),
        clock,
        new Random(),
        log);
  }

  private Journal journal() throws JournalException, OutboxException {
    try (DatabaseKey key = key()) {
      Journal journal = Journal.open(state.journal(), key, wall::quality, started());
      wall.notBefore(journal.latestTrusted());
      if (journal.cutBytes() > 0) {
        log.tailCut(journal.cutBytes());
      }
      return journal;
    }
  }

  private Outbox outbox(Journal journal) throws OutboxException, JournalException {
    Outbox outbox = Outbox.open(state.database(), key(), journal, wall);
    log.outboxOpened(outbox.opening());
    return outbox;
  }

  private RecordStores stores(Journal journal, Outbox outbox, Telemetry telemetry) {
    return new RecordStores(journal, outbox, telemetry, Anchor.read(state.anchor()));
  }

  private RecordKeeper keeper(RecordStores stores, DeviceKey device) throws JournalException {
    return RecordKeeper.start(stores, device, RecordPolicy.DEFAULT, wall, log::record);
  }

  private JournalEntry.Started started() {
    return new JournalEntry.Started(wall.millis(), UUID.randomUUID(), Software.version());
  }

  private GateHardware hardware() throws StartException {
    try {
      return new GateHardware(
          machine.openLines(
              profile, state, (line, level) -> queue.put(new LoopEvent.Line(line, level))),
          Duration.ofMillis(profile.lines().debounceMillis()),
          profile.topology(),
          Duration.ofMillis(profile.timings().closingMillis()),
          Heartbeat.starting(Duration.ofMillis(profile.lines().heartbeatMillis()), clock.now()));
    } catch (IOException e) {
      throw new StartException(
          "lines: " + e.getMessage() + "; check the board, or correct lines.chip", e);
    }
  }

  private DatabaseKey key() throws OutboxException {
    return DatabaseKey.read(Preflight.databaseKey(profile, state));
  }

  private Uplink uplink(RecordStores stores) throws BrokerRefusedException {
    if (profile.broker().isEmpty()) {
      return Uplink.buffering(stores);
    }
    var broker = profile.broker().get();
    return Uplink.start(
        Broker.of(broker.host(), broker.port()), profile.gate(), stores, centre, new Random());
  }

  /** Where a terminal control centre keeps the gate's key, and nowhere else. */
  private static Optional<TerminalPost> centre(HardwareProfile profile) {
    return profile
        .terminal()
        .filter(terminal -> terminal.key() instanceof TerminalKey.ControlCentre)
        .map(_ -> new TerminalPost(new Random().nextInt(1 << 30)));
  }

  private TerminalRelay relay() {
    return centre
        .<TerminalRelay>map(post -> (challenge, answer) -> post.ask(challenge.hash(), answer))
        .orElse(TerminalRelay.NONE);
  }

  private PassageBook book(Journal journal, Outbox outbox, Uplink uplink) {
    return new PassageBook(
        DurableLog.of(journal),
        new Origin(profile.gate(), journal.recovery().epoch(), Software.version()),
        outbox::enqueue,
        () -> !uplink.connected(),
        wall);
  }

  private BridgeSupervisor supervisor() throws StartException {
    return new BridgeSupervisor(
        machine.bridges(profile, state),
        event -> queue.put(new LoopEvent.OfBridge(event)),
        BridgeTerms.of(this::begin, Duration.ofMillis(profile.timings().endingMillis())),
        relay(),
        log);
  }

  private Order.Begin begin() {
    return new Order.Begin(data.policy(), data.least(), wall.read());
  }

  private LoopParts parts(
      GateHardware hardware, BridgeSupervisor supervisor, OfficersDesk desk, PassageBook book) {
    return new LoopParts(
        queue,
        hardware,
        supervisor,
        desk::call,
        book,
        profile.topology(),
        profile.timings().ofGate(),
        Duration.ofMillis(profile.timings().documentLeftMillis()),
        clock,
        log);
  }

  private DiagnosticsServer diagnostics(EdgeLoop loop, Uplink uplink, RecordKeeper keeper)
      throws StartException {
    try {
      return DiagnosticsServer.open(
          profile.diagnosticsPort(), () -> status(loop.lastView(), uplink, keeper));
    } catch (IOException e) {
      throw new StartException(String.valueOf(e.getMessage()), e);
    }
  }

  private Status status(LoopView view, Uplink uplink, RecordKeeper keeper) {
    Versions versions = view.versions();
    return new Status(
        view.gate(),
        view.devices(),
        view.bridges(),
        view.handovers(),
        uplink.status(),
        keeper.status(),
        view.lastSequence(),
        view.today(),
        view.terminal(),
        wall.status(),
        data.clocks(),
        new RunningVersions(
            profile.gate(),
            Software.version(),
            versions.trust(),
            versions.models(),
            profile.name(),
            profile.version(),
            Runtime.version().toString()));
  }
}
