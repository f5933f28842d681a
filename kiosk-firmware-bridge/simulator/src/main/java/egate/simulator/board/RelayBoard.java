package egate.simulator.board;

import egate.simulator.lines.BoardWord;
import egate.simulator.lines.HostWord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * A board with inputs, outputs and lock relays at the end of a Unix socket. Outputs keep their last
 * level when a host leaves, as on a real board; only the missing heartbeat drops the locks.
 */
public final class RelayBoard implements AutoCloseable {
  private final Wiring wiring;
  private final ScheduledExecutorService scheduler;
  private final LongSupplier nanoTime;
  private final BoardSocket socket;
  private final Relays relays;
  private final Map<Integer, Boolean> inputs = new HashMap<>();
  private final Map<Integer, Host> listening = new HashMap<>();
  private final Map<Integer, Host> driving = new HashMap<>();
  private boolean closed;
  private final List<BoardListener> listeners = new CopyOnWriteArrayList<>();

  private RelayBoard(
      BoardSocket socket,
      Wiring wiring,
      ScheduledExecutorService scheduler,
      LongSupplier nanoTime) {
    this.socket = socket;
    this.wiring = wiring;
    this.scheduler = scheduler;
    this.nanoTime = nanoTime;
    this.relays = new Relays(wiring.heartbeat(), wiring.locks(), wiring.silence().toNanos());
  }

  /**
   * Listens at a socket's path.
   *
   * @param scheduler single-threaded; outlives the board, watches the heartbeat and calls listeners
   * @param nanoTime monotonic nanoseconds
   */
  public static RelayBoard listen(
      Path path, Wiring wiring, ScheduledExecutorService scheduler, LongSupplier nanoTime)
      throws IOException {
    RelayBoard board = new RelayBoard(BoardSocket.bind(path), wiring, scheduler, nanoTime);
    board.socket.accept(board.words());
    return board;
  }

  public void listen(BoardListener listener) {
    listeners.add(listener);
  }

  /** What the world does to an input; inputs begin low. */
  public synchronized void setInput(int line, boolean high) {
    Boolean before = inputs.put(line, high);
    Host host = listening.get(line);
    if (host != null && (before == null ? high : before != high)) {
      host.say(new BoardWord.Value(line, high));
    }
  }

  /** What a host drove an output to, whether or not it still lives. */
  public synchronized boolean output(int line) {
    return relays.level(line);
  }

  /** Whether a lock's relay is pulled, so that its door can be pushed open. */
  public synchronized boolean relay(int line) {
    return relays.pulled().contains(line);
  }

  /** Whether a host has requested the line and lives. */
  public synchronized boolean requested(int line) {
    return listening.containsKey(line) || driving.containsKey(line);
  }

  /** Disconnects every host; the scheduler is its owner's to end. */
  @Override
  public void close() throws IOException {
    synchronized (this) {
      closed = true; // whoever is being answered is answered before the scheduler may end
    }
    socket.close();
  }

  private Host.Words words() {
    return new Host.Words() {
      @Override
      public void heard(Host host, HostWord word) {
        answer(host, word);
      }

      @Override
      public void left(Host host) {
        free(host);
      }
    };
  }

  private synchronized void free(Host host) {
    listening.values().removeIf(host::equals);
    driving.values().removeIf(host::equals);
  }

  private synchronized void answer(Host host, HostWord word) {
    if (closed) {
      return;
    }
    switch (word) {
      case HostWord.Input(int line) when !requested(line) -> {
        listening.put(line, host);
        host.say(new BoardWord.Value(line, inputs.getOrDefault(line, false)));
      }
      case HostWord.Output(int line, boolean high) when !requested(line) -> {
        driving.put(line, host);
        drive(line, high);
        host.say(new BoardWord.Value(line, high));
      }
      case HostWord.Set(int line, boolean high) when host.equals(driving.get(line)) ->
          drive(line, high);
      case HostWord.Input(int line) -> host.say(new BoardWord.Busy(line));
      case HostWord.Output(int line, boolean _) -> host.say(new BoardWord.Busy(line));
      case HostWord.Set(int line, boolean _) -> host.say(new BoardWord.Busy(line));
    }
  }

  private void drive(int line, boolean high) {
    long now = nanoTime.getAsLong();
    Set<Integer> before = relays.pulled();
    relays.drive(line, high, now);
    tell(listener -> listener.output(line, high, now));
    tellRelays(before, now);
    if (line == wiring.heartbeat()) {
      var _ = scheduler.schedule(this::watch, wiring.silence().toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  private synchronized void watch() {
    long now = nanoTime.getAsLong();
    Set<Integer> before = relays.pulled();
    if (relays.tick(now)) {
      tell(listener -> listener.silent(now));
      tellRelays(before, now);
    }
  }

  private void tellRelays(Set<Integer> before, long now) {
    Set<Integer> changed = new HashSet<>(before);
    changed.addAll(relays.pulled());
    for (int line : changed) {
      boolean pulled = relays.pulled().contains(line);
      if (pulled != before.contains(line)) {
        tell(listener -> listener.relay(line, pulled, now));
      }
    }
  }

  private void tell(Consumer<BoardListener> news) {
    scheduler.execute(() -> listeners.forEach(news));
  }
}
