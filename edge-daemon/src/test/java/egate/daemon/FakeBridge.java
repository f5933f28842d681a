package egate.daemon;

import egate.report.Frames;
import egate.report.MalformedMessageException;
import egate.report.Order;
import egate.report.Report;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/** A bridge without a process: the test sends its reports and reads its orders. */
final class FakeBridge implements BridgeProcess, ByteChannel {
  private static final ByteBuffer END = ByteBuffer.allocate(0);

  private final long pid;
  private final BlockingQueue<ByteBuffer> toDaemon = new LinkedBlockingQueue<>();
  private final Frames<Order> frames = Frames.ofOrders();
  private final List<Order> orders = new ArrayList<>();
  private final CompletableFuture<Integer> exit = new CompletableFuture<>();
  private volatile boolean killed;
  private volatile boolean hurried;
  private volatile boolean reapsAtOnce = true;

  FakeBridge(long pid) {
    this.pid = pid;
  }

  void says(Report report) {
    toDaemon.add(Frames.encode(report));
  }

  void saysBytes(byte... bytes) {
    toDaemon.add(ByteBuffer.wrap(bytes));
  }

  /** It ends by itself. */
  void dies(int exitCode) {
    toDaemon.add(END);
    exit.complete(exitCode);
  }

  /** A kill does not reap it until {@link #reap}. */
  void lingers() {
    reapsAtOnce = false;
  }

  void reap() {
    exit.complete(137);
  }

  /** Whether it was told that its rehearsal need not yield; no part of {@link #orders}. */
  boolean hurried() {
    return hurried;
  }

  boolean killed() {
    return killed;
  }

  synchronized List<Order> orders() {
    return List.copyOf(orders);
  }

  @Override
  public long pid() {
    return pid;
  }

  @Override
  public ByteChannel connect() {
    return this;
  }

  @Override
  public void kill() {
    killed = true;
    toDaemon.add(END);
    if (reapsAtOnce) {
      exit.complete(137);
    }
  }

  @Override
  public CompletableFuture<Integer> onExit() {
    return exit;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    try {
      ByteBuffer bytes = toDaemon.take();
      if (!bytes.hasRemaining()) {
        return -1;
      }
      int count = bytes.remaining();
      target.put(bytes);
      return count;
    } catch (InterruptedException e) {
      throw new ClosedChannelException();
    }
  }

  @Override
  public synchronized int write(ByteBuffer source) throws IOException {
    int count = source.remaining();
    if (killed || exit.isDone()) {
      throw new ClosedChannelException();
    }
    try {
      for (Order order : frames.feed(source)) {
        if (order instanceof Order.Hurry) {
          hurried = true;
        } else {
          orders.add(order);
        }
      }
    } catch (MalformedMessageException e) {
      throw new IOException(e);
    }
    return count;
  }

  @Override
  public boolean isOpen() {
    return !killed;
  }

  @Override
  public void close() {
    // The daemon hangs up; a real bridge halts then.
  }
}
