package egate.simulator.device;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What a device has said and the line has not yet carried. */
final class LineTransmitter implements WireOutput {

  /** A device that says more than this while the host listens to nothing is written wrongly. */
  private static final int QUEUE_BYTES_MAX = 1 << 20;

  private static final long IDLE_MILLIS = 10;

  private sealed interface Item {}

  private static final class Bytes implements Item {
    private final byte[] bytes;

    private Bytes(byte[] bytes) {
      this.bytes = bytes;
    }
  }

  private record Speed(int bitsPerSecond) implements Item {}

  private final BlockingQueue<Item> queue = new LinkedBlockingQueue<>();
  private final AtomicInteger queuedBytes = new AtomicInteger();
  private final Pace pace;
  private volatile int bitsPerSecond;

  LineTransmitter(int bitsPerSecond, Pace pace) {
    this.bitsPerSecond = bitsPerSecond;
    this.pace = pace;
  }

  @Override
  public void send(byte[] bytes) {
    if (queuedBytes.addAndGet(bytes.length) > QUEUE_BYTES_MAX) {
      throw new IllegalStateException("more than " + QUEUE_BYTES_MAX + " bytes wait for the line");
    }
    queue.add(new Bytes(bytes.clone()));
  }

  @Override
  public void speed(int bitsPerSecond) {
    queue.add(new Speed(bitsPerSecond));
  }

  int speed() {
    return bitsPerSecond;
  }

  /** Bytes that had not left when the plug was pulled never will; a change of speed still holds. */
  void forget() {
    for (Item item = queue.poll(); item != null; item = queue.poll()) {
      taken(item);
    }
  }

  /** Carries what is said until the terminal is closed. */
  void transmit(Pty to) {
    LineClock clock = new LineClock();
    try {
      while (true) {
        carry(next(to), to, clock);
      }
    } catch (IOException e) {
      // Unplugged: this thread's terminal is gone, and with it the thread's purpose.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What the other side makes of bytes: garbage unless both ends run at the same speed. */
  byte[] asHeard(Pty pty, byte[] bytes) throws IOException {
    if (pty.hostSpeed() == bitsPerSecond) {
      return bytes;
    }
    byte[] garbage = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      garbage[i] = (byte) (bytes[i] * 5 ^ 0xA6);
    }
    return garbage;
  }

  private void carry(byte[] bytes, Pty to, LineClock clock) throws IOException {
    for (int sent = 0; sent < bytes.length; ) {
      int chunk = Math.min(bytes.length - sent, chunkBytes());
      if (pace == Pace.REAL) {
        LineClock.parkUntil(clock.arrival(System.nanoTime(), chunk, bitsPerSecond));
      }
      to.write(asHeard(to, Arrays.copyOfRange(bytes, sent, sent + chunk)));
      sent += chunk;
    }
  }

  private int chunkBytes() {
    return pace == Pace.REAL ? LineClock.chunkBytes(bitsPerSecond) : Integer.MAX_VALUE;
  }

  /** The next bytes to carry; none when there is nothing to do for the moment. */
  private byte[] next(Pty to) throws IOException, InterruptedException {
    to.requireOpen();
    Item item = queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
    return taken(item);
  }

  private byte[] taken(@Nullable Item item) {
    return switch (item) {
      case null -> new byte[0];
      case Bytes said -> {
        queuedBytes.addAndGet(-said.bytes.length);
        yield said.bytes;
      }
      case Speed changed -> {
        bitsPerSecond = changed.bitsPerSecond();
        yield new byte[0];
      }
    };
  }
}
