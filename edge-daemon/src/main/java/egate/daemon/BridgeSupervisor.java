package egate.daemon;

import egate.report.Order;
import egate.report.Report;
import egate.report.TerminalChallenge;
import egate.report.Versions;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Keeps one bridge serving and one in reserve.
 *
 * <p>At most two processes live at a time; at most one owns the devices, and owns them until it is
 * reaped. All methods belong to the loop's thread; each bridge has an attendant on a thread of its
 * own that sends {@link BridgeEvent}s through the loop's queue.
 */
final class BridgeSupervisor {
  private static final int LIVE_MAX = 2;

  private final BridgeLauncher launcher;
  private final Consumer<BridgeEvent> events;
  private final BridgeTerms terms;
  private final TerminalRelay terminal;
  private final EventLog log;
  private final Findings findings;
  private final Backoff backoff = new Backoff();
  private final Handovers handovers = new Handovers();
  private final List<Bridge> bridges = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();
  private Duration nextStart = Duration.ZERO;
  private boolean shutDown;
  private int lastNumber;

  BridgeSupervisor(
      BridgeLauncher launcher, Consumer<BridgeEvent> events, BridgeTerms terms, EventLog log) {
    this(launcher, events, terms, TerminalRelay.NONE, log);
  }

  /**
   * As the other.
   *
   * @param terminal by which bridges reach the terminal control centre
   */
  BridgeSupervisor(
      BridgeLauncher launcher,
      Consumer<BridgeEvent> events,
      BridgeTerms terms,
      TerminalRelay terminal,
      EventLog log) {
    this.terminal = terminal;
    this.launcher = launcher;
    this.events = events;
    this.terms = terms;
    this.log = log;
    this.findings = new Findings(terms.least());
  }

  Findings findings() {
    return findings;
  }

  Handovers handovers() {
    return handovers;
  }

  /** The living and the dead that are not yet reaped. */
  List<Bridge> bridges() {
    return List.copyOf(bridges);
  }

  /** Takes what happened to a bridge; returns what the loop must know, in order. */
  List<Notice> take(BridgeEvent event, Duration now) {
    bridges.stream()
        .filter(bridge -> bridge.number == event.bridge())
        .findFirst()
        .ifPresent(bridge -> dispatch(bridge, event, now));
    return tick(now);
  }

  /** Kills whoever is late, lets the spare begin, starts the next one. */
  List<Notice> tick(Duration now) {
    buryTheLate(now);
    replaceOutdated(now);
    beginSpare(now);
    hurrySpare();
    if (wantsSpare() && now.compareTo(nextStart) >= 0) {
      launch(now);
    }
    List<Notice> told = List.copyOf(notices);
    notices.clear();
    return told;
  }

  /** When {@link #tick} must be called at the latest. */
  Optional<Duration> deadline() {
    Stream<Duration> start = wantsSpare() ? Stream.of(nextStart) : Stream.empty();
    Stream<Duration> lives = bridges.stream().flatMap(bridge -> bridge.deadline().stream());
    return Stream.concat(start, lives).min(Duration::compareTo);
  }

  /** Lets the serving bridge capture and compare; without effect when it has just died. */
  void identify(Duration now) {
    for (Bridge bridge : bridges()) {
      if (bridge.state() instanceof BridgeState.Serving(ServiceStep step, Duration silentAt)
          && step == ServiceStep.JUDGED
          && sent(bridge, new Order.Identify(), now)) {
        bridge.become(new BridgeState.Serving(ServiceStep.IDENTIFYING, silentAt));
      }
    }
  }

  /** Gives the serving bridge's traveller more time; once is enough. */
  void extend(int percent, Duration now) {
    for (Bridge bridge : bridges()) {
      if (bridge.serving()
          && !bridge.extended()
          && sent(bridge, new Order.MoreTime(percent), now)) {
        bridge.extend();
      }
    }
  }

  /** Tells the serving bridge to clear the devices and die, and makes sure that it does. */
  void end(Duration now) {
    for (Bridge bridge : bridges()) {
      if (bridge.state() instanceof BridgeState.Serving(ServiceStep step, _)
          && sent(bridge, new Order.End(), now)) {
        bridge.foretell(Death.ORDERED);
        bridge.become(new BridgeState.Ending(step, now.plus(terms.ending())));
      }
    }
  }

  /** Kills every bridge and waits until they are reaped, for each at most as long as given. */
  void shutDown(Duration now, Duration atMost) {
    shutDown = true;
    bridges().forEach(bridge -> bury(bridge, Death.SHUTDOWN, now));
    bridges().forEach(bridge -> bridge.awaitReaped(atMost));
  }

  private void dispatch(Bridge bridge, BridgeEvent event, Duration now) {
    switch (event) {
      case BridgeEvent.Launched(_, BridgeProcess process) -> {
        bridge.launched(process);
        log.bridgeLaunched(bridge.number, process.pid());
      }
      case BridgeEvent.LaunchFailed(_, String why) -> notLaunched(bridge, why, now);
      case BridgeEvent.Connected connected -> bridge.connected(connected.channel());
      case BridgeEvent.Reported(_, Report report) -> reported(bridge, report, now);
      case BridgeEvent.TerminalAnswered(_, Order.TerminalSignature order) ->
          answered(bridge, order, now);
      case BridgeEvent.Babbled _ -> bury(bridge, Death.MALFORMED_REPORT, now);
      case BridgeEvent.HungUp _ -> bury(bridge, Death.UNEXPECTED, now);
      case BridgeEvent.Exited exited -> reaped(bridge, exited.exitCode(), now);
    }
  }

  private void notLaunched(Bridge bridge, String why, Duration now) {
    findings.firstAnswer().complete(new FirstAnswer.NotLaunched(why));
    bury(bridge, Death.NOT_LAUNCHED, now);
    bridges.remove(bridge);
  }

  private void reaped(Bridge bridge, int exitCode, Duration now) {
    bury(bridge, Death.UNEXPECTED, now);
    log.bridgeReaped(bridge.number, exitCode);
    if (bridge.ownsDevices()) {
      handovers.freed(now);
    }
    bridges.remove(bridge);
  }

  private void reported(Bridge bridge, Report report, Duration now) {
    if (bridge.dead()) {
      return; // sent before the kill reached it; it counts no longer
    }
    Optional<Death> lie = lie(bridge, report);
    if (lie.isPresent()) {
      bury(bridge, lie.get(), now);
      return;
    }
    BridgeState before = bridge.state();
    bridge.become(BridgeLife.after(before, report, now, terms));
    findings.note(report);
    log.bridgeSaid(bridge.number, report);
    if (report instanceof Report.Failed) {
      bridge.foretell(Death.FAILED);
    }
    if (report instanceof Report.TerminalAsked(TerminalChallenge challenge)) {
      ask(bridge.number, challenge);
    }
    if (before instanceof BridgeState.Serving(ServiceStep step, _)) {
      tell(step, bridge, report, now);
    }
  }

  /** On a thread of its own: an answer that is there at once goes through the loop's queue too. */
  private void ask(int bridge, TerminalChallenge challenge) {
    Thread.ofVirtual()
        .name("terminal-" + bridge)
        .start(
            () ->
                terminal.ask(
                    challenge,
                    signature ->
                        events.accept(
                            new BridgeEvent.TerminalAnswered(
                                bridge,
                                new Order.TerminalSignature(challenge.number(), signature)))));
  }

  /** Late answers find the document judged, or the bridge dead. */
  private void answered(Bridge bridge, Order.TerminalSignature order, Duration now) {
    if (bridge.state() instanceof BridgeState.Serving(ServiceStep step, _)
        && step == ServiceStep.READING) {
      var _ = sent(bridge, order, now);
    }
  }

  private Optional<Death> lie(Bridge bridge, Report report) {
    if (!Permits.allow(bridge.state(), report)) {
      return Optional.of(Death.REPORT_NOT_PERMITTED);
    }
    boolean falseReady =
        report instanceof Report.Ready ready
            && (ready.processId() != bridge.pid() || !ready.versions().atLeast(terms.least()));
    return falseReady ? Optional.of(Death.FALSE_READY) : Optional.empty();
  }

  private void tell(ServiceStep before, Bridge bridge, Report report, Duration now) {
    boolean servesNow = BridgeLife.step(bridge.state()) == ServiceStep.WAITING;
    if (before == ServiceStep.OPENING && servesNow) {
      backoff.succeeded();
      handovers.taken(now);
      notices.add(new Notice.Serves());
    }
    notices.add(new Notice.Said(report));
  }

  private void buryTheLate(Duration now) {
    for (Bridge bridge : bridges()) {
      if (bridge.deadline().filter(deadline -> now.compareTo(deadline) >= 0).isPresent()) {
        bury(bridge, bridge.lateDeath(), now);
      }
    }
  }

  /** Kills it if it still lives. Only once it is reaped does it leave the book. */
  private void bury(Bridge bridge, Death death, Duration now) {
    if (bridge.dead()) {
      return;
    }
    boolean never = bridge.inReserve() || BridgeLife.step(bridge.state()) == ServiceStep.OPENING;
    Death reason = bridge.die(death);
    if (never && reason != Death.OUTDATED) {
      backoff.failed();
      nextStart = now.plus(backoff.delay());
    }
    log.bridgeDied(bridge.number, reason, backoff.delay());
    findings.firstAnswer().complete(new FirstAnswer.Died(reason));
    if (bridge.ownsDevices()) {
      notices.add(new Notice.Gone());
    }
  }

  /** What was read before an update judges by older data than it brought; the next one does not. */
  private void replaceOutdated(Duration now) {
    for (Bridge bridge : bridges()) {
      if (bridge.state() instanceof BridgeState.Spare(Versions versions)
          && !versions.atLeast(terms.least())) {
        bury(bridge, Death.OUTDATED, now);
      }
    }
  }

  private void beginSpare(Duration now) {
    if (shutDown || bridges.stream().anyMatch(Bridge::ownsDevices)) {
      return;
    }
    for (Bridge bridge : bridges()) {
      if (bridge.state() instanceof BridgeState.Spare && sent(bridge, terms.begin().get(), now)) {
        bridge.become(new BridgeState.Serving(ServiceStep.OPENING, now.plus(terms.silence())));
        return;
      }
    }
  }

  /**
   * A rehearsal yields to a traveller and to nobody else, or whoever builds beside it starves it.
   */
  private void hurrySpare() {
    if (bridges.stream().anyMatch(Bridge::hasTraveller)) {
      return;
    }
    for (Bridge bridge : bridges()) {
      if (bridge.yields()) {
        bridge.hurry();
      }
    }
  }

  private boolean sent(Bridge bridge, Order order, Duration now) {
    try {
      bridge.order(order);
      return true;
    } catch (IOException e) {
      bury(bridge, Death.ORDER_NOT_TAKEN, now);
      return false;
    }
  }

  private boolean wantsSpare() {
    return !shutDown && bridges.size() < LIVE_MAX && bridges.stream().noneMatch(Bridge::inReserve);
  }

  private void launch(Duration now) {
    Bridge bridge = new Bridge(++lastNumber, now.plus(terms.rehearsal()));
    bridges.add(bridge);
    Thread.ofVirtual()
        .name("bridge-" + bridge.number)
        .start(new BridgeAttendant(bridge.number, launcher, events));
  }
}
