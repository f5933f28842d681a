package egate.daemon.uplink;

import egate.daemon.journal.Outbox;
import egate.daemon.journal.RecordStores;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * Publishes the outbox over MQTT 5, in sequence order, on {@code egate/GATE/results} with QoS 1,
 * and the last signed head of the journal on {@code egate/GATE/heads}.
 *
 * <p>A result is removed only when central says on {@code egate/GATE/ack} that it committed it;
 * after a lost connection everything since then is sent again.
 */
public final class Uplink implements AutoCloseable {
  private static final Duration CLOSE_MOST = Duration.ofSeconds(5);

  private final RecordStores stores;
  private final Optional<TerminalPost> terminal;
  private final Outbox outbox;
  private final Bell bell = new Bell();
  private @Nullable Thread thread;
  private volatile boolean connected;
  private volatile String why;

  /**
   * Begins to publish to a broker, now and whenever it can be reached.
   *
   * @param gate the gate's name, [A-Z0-9-]{1,32}
   * @param jitter spreads the attempts to reconnect
   */
  public static Uplink start(
      Broker broker, String gate, RecordStores stores, RandomGenerator jitter) {
    return start(broker, gate, stores, Optional.empty(), jitter);
  }

  /**
   * As the other.
   *
   * @param terminal carries challenges to the terminal control centre over the same connection
   */
  public static Uplink start(
      Broker broker,
      String gate,
      RecordStores stores,
      Optional<TerminalPost> terminal,
      RandomGenerator jitter) {
    Outbox outbox = stores.outbox();
    Uplink uplink = new Uplink(stores, terminal, "not connected yet");
    Topics topics = new Topics(gate);
    outbox.onProjected(uplink.bell::ring);
    uplink.thread =
        Thread.ofPlatform()
            .name("uplink")
            .daemon()
            .start(() -> uplink.serve(broker, topics, new Backoff(jitter)));
    return uplink;
  }

  /** An uplink without a broker: results wait in the outbox. */
  public static Uplink buffering(RecordStores stores) {
    return new Uplink(stores, Optional.empty(), "no broker is configured");
  }

  private Uplink(RecordStores stores, Optional<TerminalPost> terminal, String why) {
    this.stores = stores;
    this.terminal = terminal;
    this.outbox = stores.outbox();
    this.why = why;
  }

  /** How it does now. */
  public UplinkStatus status() {
    return new UplinkStatus(connected, why, outbox.depth(), outbox.acknowledged());
  }

  /** Whether central can be reached just now. */
  public boolean connected() {
    return connected;
  }

  /** Ends it, waiting at most 5 s; the outbox stays open. */
  @Override
  public void close() {
    Thread serving = thread;
    if (serving == null) {
      return;
    }
    try {
      serving.interrupt();
      serving.join(CLOSE_MOST);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Runs until {@link #close} interrupts it; this thread is never inside the database. */
  private void serve(Broker broker, Topics topics, Backoff backoff) {
    try {
      while (true) {
        serveConnection(broker, topics, backoff);
        Thread.sleep(backoff.next());
      }
    } catch (InterruptedException e) {
      tell(false, "closed");
    }
  }

  private void serveConnection(Broker broker, Topics topics, Backoff backoff)
      throws InterruptedException {
    try (MqttConnection connection = MqttConnection.open(broker, topics, bell)) {
      if (terminal.isPresent()) {
        connection.join(terminal.get());
      }
      tell(true, "");
      HeadCourier heads = new HeadCourier(stores.journal()::lastHead, stores.anchor());
      new Drain(connection, outbox, heads, bell, line -> tell(true, line), backoff).run();
    } catch (ConnectionLostException e) {
      tell(false, e.line());
    } finally {
      terminal.ifPresent(TerminalPost::disconnected);
    }
  }

  /** Says it in the log once, however often it is true. */
  private void tell(boolean nowConnected, String line) {
    if (nowConnected != connected || !line.equals(why)) {
      connected = nowConnected;
      why = line;
      Logger.info("uplink: {}", line.isEmpty() ? "connected" : line);
    }
  }
}
