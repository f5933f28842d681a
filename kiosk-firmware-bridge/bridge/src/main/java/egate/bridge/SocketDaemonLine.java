package egate.bridge;

import egate.report.Frames;
import egate.report.MalformedMessageException;
import egate.report.Order;
import egate.report.Report;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The line to the daemon over a Unix socket. When it ends, or brings anything malformed, the
 * process halts: whatever it holds of a traveller goes with it.
 */
final class SocketDaemonLine implements DaemonLine {
  /** More orders than a whole life has. */
  private static final int WAITING_MAX = 8;

  private final ByteChannel channel;
  private final Runnable halt;
  private final Runnable hurry;
  private final BlockingQueue<Order> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
  private volatile boolean ended;
  private volatile int timePercent = 100;

  /**
   * @param halt called when the line has ended
   * @param hurry called when the daemon says that a rehearsal need not yield
   */
  SocketDaemonLine(ByteChannel channel, Runnable halt, Runnable hurry) {
    this.hurry = hurry;
    this.channel = channel;
    this.halt = halt;
  }

  /** Starts to listen, on a thread of its own so that no device can delay the end. */
  void listen() {
    Thread.ofPlatform().daemon().name("orders").start(this::receive);
  }

  @Override
  public @Nullable Order next(Duration wait) throws InterruptedException {
    return waiting.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public boolean ended() {
    return ended;
  }

  @Override
  public int timePercent() {
    return timePercent;
  }

  @Override
  public synchronized void send(Report report) throws IOException {
    ByteBuffer frame = Frames.encode(report);
    while (frame.hasRemaining()) {
      channel.write(frame);
    }
  }

  /** What concerns whatever goes on just now takes effect at once, and waits in no queue. */
  private void take(Order order) {
    switch (order) {
      case Order.MoreTime(int percent) -> timePercent = percent;
      case Order.Hurry _ -> hurry.run();
      case Order.End _ -> {
        ended = true;
        waiting.add(order);
      }
      case Order.Begin _, Order.Identify _, Order.TerminalSignature _, Order.SelfTest _ ->
          waiting.add(order);
    }
  }

  private void receive() {
    try {
      Frames<Order> frames = Frames.ofOrders();
      ByteBuffer piece = ByteBuffer.allocate(1024);
      while (channel.read(piece.clear()) >= 0) {
        for (Order order : frames.feed(piece.flip())) {
          take(order);
        }
      }
    } catch (IOException | MalformedMessageException | IllegalStateException e) {
      // Whichever it is, nobody is left whom to tell.
    } finally {
      halt.run();
    }
  }
}
