package egate.bridge.serial;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import jssc.SerialNativeInterface;
import jssc.SerialPort;
import org.jspecify.annotations.Nullable;

/**
 * A line through jSSC, polled: its blocking reads never return after an unplug, and its events cost
 * a quarter of a core. What is asked for is only what the kernel says is there.
 *
 * <p>It uses jSSC's native interface, whose handle is the file descriptor that the lock needs.
 * Pseudo-terminals differ from serial ports in two ways, and are told by their path: they have no
 * modem lines, so setting parameters reports a failure although the speed was set; and they outlive
 * their user while the emulated device is plugged, so TIOCEXCL would outlive it too.
 *
 * <p>Two waits are not bounded here but by the supervisor, who kills a bridge past its deadline: a
 * write while the driver's buffer is full, and a read whose device vanishes in the microseconds
 * after its bytes were counted, on which jSSC spins.
 */
public final class JsscLine implements SerialLine {
  private static final long BUSY_POLL_NANOS = 500_000;
  private static final long IDLE_POLL_NANOS = 5_000_000;

  /** Silence after which the line counts as idle. */
  private static final long BUSY_NANOS = 100_000_000;

  /** Stale input ends with this silence, or is given up to the frame parsers after the bound. */
  private static final long QUIET_NANOS = 10_000_000;

  private static final long DRAIN_NANOS_MAX = 300_000_000;

  /** Less than any UART driver's buffer, so that a write does not wait for a whole image. */
  private static final int WRITE_BYTES_MAX = 256;

  private final SerialNativeInterface port;
  private final long handle;
  private final Path device;
  private final boolean pseudoTerminal;
  private final LongSupplier nanos;
  private long lastActivityNanos;
  private @Nullable Thread owner;
  private boolean closed;

  private JsscLine(SerialNativeInterface port, long handle, Path device, LongSupplier nanos) {
    this.port = port;
    this.handle = handle;
    this.device = device;
    this.pseudoTerminal = isPseudoTerminal(device);
    this.nanos = nanos;
    this.lastActivityNanos = nanos.getAsLong();
  }

  /**
   * Opens and locks a device, and drains what it said to an earlier opener.
   *
   * @param path the device or a link to it
   * @param bitsPerSecond a speed that the port knows, such as 115,200
   * @param nanos a monotonic clock in nanoseconds
   * @throws LineLostException with one line that says what to do
   */
  public static JsscLine open(Path path, int bitsPerSecond, LongSupplier nanos)
      throws LineLostException {
    Path device = resolve(path);
    SerialNativeInterface port = new SerialNativeInterface();
    long handle = port.openPort(device.toString(), !isPseudoTerminal(device));
    if (handle < 0) {
      throw new LineLostException(path + OpenFailure.ofCode(handle).advice());
    }
    JsscLine line = new JsscLine(port, handle, device, nanos);
    try {
      line.lock(path);
      line.speed(bitsPerSecond);
      line.drain();
    } catch (LineLostException e) {
      line.close();
      throw e;
    }
    line.owner = null;
    return line;
  }

  @Override
  public void write(byte[] bytes) throws LineLostException {
    requireOwner();
    try {
      for (int sent = 0; sent < bytes.length; sent += WRITE_BYTES_MAX) {
        int end = Math.min(bytes.length, sent + WRITE_BYTES_MAX);
        if (!port.writeBytes(handle, Arrays.copyOfRange(bytes, sent, end))) {
          throw lost(null);
        }
      }
    } catch (IOException e) {
      throw lost(e);
    }
    lastActivityNanos = nanos.getAsLong();
  }

  @Override
  public byte[] read(long deadlineNanos) throws LineLostException {
    requireOwner();
    try {
      int count = available();
      while (count == 0) {
        long now = nanos.getAsLong();
        if (deadlineNanos - now <= 0) {
          return new byte[0];
        }
        LockSupport.parkNanos(Math.min(deadlineNanos - now, pollNanos(now)));
        count = available();
      }
      lastActivityNanos = nanos.getAsLong();
      return port.readBytes(handle, count);
    } catch (IOException e) {
      throw lost(e);
    }
  }

  @Override
  public void speed(int bitsPerSecond) throws LineLostException {
    requireOwner();
    boolean set =
        port.setParams(
            handle, bitsPerSecond, SerialPort.DATABITS_8, 0, SerialPort.PARITY_NONE, true, true, 0);
    if (!set && !pseudoTerminal) {
      throw new LineLostException(device + " does not run at " + bitsPerSecond + " bit/s");
    }
  }

  @Override
  public void close() {
    if (!closed) {
      requireOwner();
      closed = true;
      port.closePort(handle);
    }
  }

  private static Path resolve(Path path) throws LineLostException {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw new LineLostException(path + OpenFailure.NOT_FOUND.advice(), e);
    }
  }

  private static boolean isPseudoTerminal(Path device) {
    return device.startsWith("/dev/pts");
  }

  private void lock(Path path) throws LineLostException {
    if (!DeviceLock.tryLock(handle)) {
      throw new LineLostException(path + OpenFailure.IN_USE.advice());
    }
  }

  private void drain() throws LineLostException {
    port.purgePort(handle, SerialPort.PURGE_RXCLEAR | SerialPort.PURGE_TXCLEAR);
    long end = nanos.getAsLong() + DRAIN_NANOS_MAX;
    while (read(nanos.getAsLong() + QUIET_NANOS).length > 0 && end - nanos.getAsLong() > 0) {
      // What arrives now answers nobody's question.
    }
  }

  private int available() throws IOException {
    int count = port.getBuffersBytesCount(handle)[0];
    if (count < 0) {
      throw new IOException("no count of waiting bytes");
    }
    return count;
  }

  private long pollNanos(long now) {
    return now - lastActivityNanos < BUSY_NANOS ? BUSY_POLL_NANOS : IDLE_POLL_NANOS;
  }

  private LineLostException lost(@Nullable IOException cause) {
    String what = device + " is gone: check plug and power of the device";
    return cause == null ? new LineLostException(what) : new LineLostException(what, cause);
  }

  /** The first thread to use an open line owns it. */
  private void requireOwner() {
    if (closed) {
      throw new IllegalStateException("line is closed: " + device);
    }
    if (owner == null) {
      owner = Thread.currentThread();
    }
    if (owner != Thread.currentThread()) {
      throw new IllegalStateException("line belongs to another thread: " + device);
    }
  }
}
