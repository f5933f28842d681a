package egate.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.report.Frames;
import egate.report.Order;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SocketDaemonLineTest {
  private static final Duration LONG = Duration.ofSeconds(10);

  private final Wire wire = new Wire();
  private final CountDownLatch halted = new CountDownLatch(1);
  private final AtomicInteger hurries = new AtomicInteger();
  private final SocketDaemonLine line =
      new SocketDaemonLine(wire, halted::countDown, hurries::incrementAndGet);

  /** What the daemon writes, frame by frame; an empty one is the end. */
  private static final class Wire implements ByteChannel {
    private final BlockingQueue<ByteBuffer> frames = new LinkedBlockingQueue<>();

    @Override
    public int read(ByteBuffer target) throws IOException {
      try {
        ByteBuffer frame = frames.take();
        int count = frame.remaining();
        target.put(frame);
        return count == 0 ? -1 : count;
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }

    @Override
    public int write(ByteBuffer source) {
      int count = source.remaining();
      source.position(source.limit());
      return count;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }

  private void orders(Order... orders) {
    for (Order order : orders) {
      wire.frames.add(Frames.encode(order));
    }
  }

  @Test
  void moreTimeAndHurryTakeEffectAtOnceAndWaitInNoQueue() throws InterruptedException {
    line.listen();
    assertEquals(100, line.timePercent());
    orders(new Order.Hurry(), new Order.MoreTime(250), new Order.Identify());
    assertEquals(new Order.Identify(), line.next(LONG));
    assertEquals(250, line.timePercent());
    assertEquals(1, hurries.get());
    assertNull(line.next(Duration.ZERO));
  }

  @Test
  void theEndIsKnownBeforeItIsTaken() throws InterruptedException {
    line.listen();
    assertFalse(line.ended());
    orders(new Order.Identify(), new Order.End());
    assertEquals(new Order.Identify(), line.next(LONG));
    assertEquals(new Order.End(), line.next(LONG));
    assertTrue(line.ended());
  }

  @Test
  void aLineThatEndsHaltsTheProcess() throws InterruptedException {
    line.listen();
    wire.frames.add(ByteBuffer.allocate(0));
    assertTrue(halted.await(10, TimeUnit.SECONDS));
  }
}
