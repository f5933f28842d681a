package egate.simulator.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An emulated device on a serial port that the host finds under a stable name: a symbolic link, as
 * udev would make it, to the pseudo-terminal of the moment.
 */
public final class SerialPort implements AutoCloseable {
  private final Path link;
  private final WireDevice device;
  private final LineTransmitter transmitter;
  private final Pace pace;
  private final List<Thread> pumps = new ArrayList<>();
  private @Nullable Pty pty;

  /**
   * @param link where the host looks for the device; its folder exists
   * @param bitsPerSecond the speed at which the device starts
   */
  public SerialPort(Path link, WireDevice device, int bitsPerSecond, Pace pace) {
    this.link = link;
    this.device = device;
    this.pace = pace;
    this.transmitter = new LineTransmitter(bitsPerSecond, pace);
    device.attach(transmitter);
  }

  /** Connects the device; the host sees the link appear, or point to a new terminal. */
  public synchronized void plug() throws IOException {
    if (pty != null) {
      throw new IllegalStateException("already plugged: " + link);
    }
    awaitPumps();
    transmitter.forget();
    Pty fresh = Pty.open();
    pty = fresh;
    startPump("from host", () -> receive(fresh));
    startPump("to host", () -> transmitter.transmit(fresh));
    pointLinkTo(fresh);
  }

  /** Pulls the plug: the host's open port fails within 10 ms, and the link is gone. */
  public synchronized void unplug() throws IOException {
    if (pty != null) {
      Files.deleteIfExists(link);
      pty.close();
      pty = null;
    }
  }

  public synchronized boolean plugged() {
    return pty != null;
  }

  @Override
  public void close() throws IOException {
    unplug();
  }

  /** The rename replaces an older link in one step, so the host never finds none. */
  private void pointLinkTo(Pty fresh) throws IOException {
    Path next = link.resolveSibling(link.getFileName() + ".next");
    Files.deleteIfExists(next);
    Files.createSymbolicLink(next, Path.of(fresh.hostPath()));
    Files.move(next, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private void receive(Pty from) {
    LineClock clock = new LineClock();
    try {
      while (true) {
        int speed = transmitter.speed();
        byte[] bytes = from.read(LineClock.chunkBytes(speed));
        if (bytes.length > 0) {
          awaitArrival(clock, bytes.length, speed);
          device.receive(transmitter.asHeard(from, bytes));
        }
      }
    } catch (IOException e) {
      // Unplugged: this thread's terminal is gone, and with it the thread's purpose.
      return;
    }
  }

  private void awaitArrival(LineClock clock, int bytes, int speed) {
    if (pace == Pace.REAL) {
      LineClock.parkUntil(clock.arrival(System.nanoTime(), bytes, speed));
    }
  }

  private void startPump(String direction, Runnable body) {
    String name = link.getFileName() + " " + direction;
    pumps.add(Thread.ofPlatform().daemon().name(name).start(body));
  }

  /** Those of the last plugging would take bytes meant for the next; they end at once. */
  private void awaitPumps() throws IOException {
    try {
      for (Thread pump : pumps) {
        if (!pump.join(Duration.ofSeconds(1))) {
          throw new IllegalStateException(pump.getName() + " outlives its terminal");
        }
      }
      pumps.clear();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while plugging " + link);
    }
  }
}
