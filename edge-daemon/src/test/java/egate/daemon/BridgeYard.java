package egate.daemon;

import egate.report.Order;
import egate.report.PassagePolicy;
import egate.report.Versions;
import egate.report.WallClock;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A supervisor over fake bridges in a time that only the test moves. */
final class BridgeYard {
  static final Versions VERSIONS = new Versions(3, 0, 1);
  static final BridgeTerms TERMS = terms(() -> new Versions(0, 0, 1));
  private static final long PATIENCE_SECONDS = 10;

  final List<FakeBridge> started = new ArrayList<>();
  final List<Notice> told = new ArrayList<>();
  final BridgeSupervisor supervisor;
  Duration now = Duration.ZERO;
  private final BlockingQueue<BridgeEvent> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<FakeBridge> launched = new LinkedBlockingQueue<>();
  private volatile boolean launchesFail;
  private Versions least = new Versions(0, 0, 1);

  BridgeYard() {
    this(TerminalRelay.NONE);
  }

  /**
   * @param terminal by which bridges reach the terminal control centre
   */
  BridgeYard(TerminalRelay terminal) {
    supervisor =
        new BridgeSupervisor(
            this::launch, events::add, terms(() -> least), terminal, new EventLog());
    told.addAll(supervisor.tick(now));
  }

  private static BridgeTerms terms(Supplier<Versions> least) {
    return BridgeTerms.of(
        () ->
            new Order.Begin(
                new PassagePolicy(100, 2, true, 27_000, 4_000, 36_000),
                least.get(),
                new WallClock(WallClock.BUILT, true)),
        Duration.ofSeconds(4));
  }

  /** An update is installed: what is older must not judge any more. */
  void wants(Versions versions) {
    least = versions;
  }

  void launchesFail() {
    launchesFail = true;
  }

  /** Hands over events until the condition holds. */
  void until(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.getAsBoolean()) {
      BridgeEvent event = next(end - System.nanoTime());
      if (event == null) {
        throw new AssertionError("did not come true; bridges are " + states());
      }
      launched.drainTo(started);
      told.addAll(supervisor.take(event, now));
    }
  }

  /** Time goes on without any bridge doing anything. */
  void pass(Duration time) {
    now = now.plus(time);
    told.addAll(supervisor.tick(now));
  }

  /** The bridge of that number, once it rehearses. */
  FakeBridge rehearsing(int number) {
    until(() -> states().contains(number + " rehearsing"));
    return started.stream().filter(b -> b.pid() == number).findFirst().orElseThrow();
  }

  List<String> states() {
    return supervisor.bridges().stream().map(b -> b.number + " " + b.describe()).toList();
  }

  private FakeBridge launch() throws IOException {
    if (launchesFail) {
      throw new IOException("launcher cannot be run");
    }
    synchronized (this) {
      FakeBridge bridge = new FakeBridge(++lastPid);
      launched.add(bridge);
      return bridge;
    }
  }

  private long lastPid;

  private BridgeEvent next(long nanos) {
    try {
      return events.poll(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
