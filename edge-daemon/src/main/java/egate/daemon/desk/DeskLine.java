package egate.daemon.desk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Serves the desk on two threads of its own: neither a desk that says nothing nor one that reads
 * nothing can keep the loop waiting. A line that is lost is opened again.
 */
public final class DeskLine implements AutoCloseable {
  private static final Duration REOPEN_AFTER = Duration.ofSeconds(1);
  private static final int ANSWER_SECONDS_MAX = 5;

  /** More than an officer can be called in the time that a line takes. */
  private static final int WAITING_MAX = 16;

  /** Brings an order to the loop; completed with whether it was permitted. */
  @FunctionalInterface
  public interface Orders {
    CompletableFuture<Boolean> give(DeskProtocol.Reply.Obey order);
  }

  private final DeskPort.Opener opener;
  private final DeskProtocol protocol;
  private final Orders orders;
  private final Supplier<Duration> clock;
  private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
  private volatile @Nullable DeskPort port;
  private volatile boolean closed;

  private DeskLine(
      DeskPort.Opener opener, DeskProtocol protocol, Orders orders, Supplier<Duration> clock) {
    this.opener = opener;
    this.protocol = protocol;
    this.orders = orders;
    this.clock = clock;
  }

  /**
   * Begins to serve.
   *
   * @param clock monotonic
   */
  public static DeskLine start(
      DeskPort.Opener opener, DeskProtocol protocol, Orders orders, Supplier<Duration> clock) {
    DeskLine line = new DeskLine(opener, protocol, orders, clock);
    Thread.ofPlatform().daemon().name("desk").start(line::serve);
    Thread.ofPlatform().daemon().name("desk-out").start(line::speak);
    return line;
  }

  /** Tells the desk something, unless too much waits already; never waits itself. */
  public void tell(String line) {
    boolean _ = waiting.offer(line);
  }

  @Override
  public void close() {
    closed = true;
    hangUp();
  }

  private void serve() {
    while (!closed) {
      try {
        DeskPort opened = opener.open();
        port = opened;
        listen(opened);
      } catch (IOException e) {
        // Unplugged, or not there yet: the key switches remain.
      }
      hangUp();
      pause();
    }
  }

  private void listen(DeskPort opened) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = opened.in().read(); c >= 0 && !closed; c = opened.in().read()) {
      if (c == '\n') {
        take(line.toString());
        line.setLength(0);
      } else if (c != '\r' && line.length() <= DeskProtocol.LINE_MAX) {
        line.append((char) c); // what is longer stays one character too long to mean anything
      }
    }
  }

  private void take(String line) {
    switch (protocol.take(line.length() > DeskProtocol.LINE_MAX ? "" : line, clock.get())) {
      case DeskProtocol.Reply.Say(String answer) -> tell(answer);
      case DeskProtocol.Reply.Obey order ->
          tell(
              DeskProtocol.done(
                  order.number(),
                  orders
                      .give(order)
                      .completeOnTimeout(false, ANSWER_SECONDS_MAX, TimeUnit.SECONDS)
                      .join()));
    }
  }

  private void speak() {
    try {
      while (!closed) {
        String line = waiting.take();
        DeskPort to = port;
        if (to != null) {
          write(to.out(), line);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void write(OutputStream out, String line) {
    try {
      out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.flush();
    } catch (IOException e) {
      // The reading thread notices too, and opens the line again.
    }
  }

  private void hangUp() {
    DeskPort last = port;
    port = null;
    if (last != null) {
      try {
        last.close();
      } catch (IOException e) {
        // Closed either way.
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(REOPEN_AFTER);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
