package egate.simulator.device;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/**
 * A pseudo-terminal seen from the device's end of the wire: the host opens {@link #hostPath} as it
 * would open a serial port.
 *
 * <p>The host's end is held open here too, so that the device's end does not fail between two
 * openers; raw from the start, so that no byte is echoed or translated before the first opener sets
 * it up. Closing is what pulling the plug is to the host: reads end, ioctls fail.
 */
public final class Pty implements AutoCloseable {

  /** Longest wait inside the kernel; a close takes effect on the host's end no later than this. */
  private static final int WAIT_MILLIS = 10;

  private final int deviceEnd;
  private final int hostEnd;
  private final String hostPath;
  private boolean closed;

  private Pty(int deviceEnd, int hostEnd, String hostPath) {
    this.deviceEnd = deviceEnd;
    this.hostEnd = hostEnd;
    this.hostPath = hostPath;
  }

  public static Pty open() throws IOException {
    int deviceEnd = Libc.openMaster();
    String hostPath = Libc.slaveOf(deviceEnd);
    int hostEnd =
        Libc.open(hostPath, Libc.O_RDWR | Libc.O_NOCTTY | Libc.O_NONBLOCK | Libc.O_CLOEXEC);
    Libc.makeRaw(hostEnd);
    return new Pty(deviceEnd, hostEnd, hostPath);
  }

  /** The path that the host opens, such as /dev/pts/3. */
  public String hostPath() {
    return hostPath;
  }

  /**
   * Bytes from the host; waits at most 10 ms for them.
   *
   * @param bytesMax most bytes to take, 1 or more
   * @return none when nothing came in that time
   * @throws IOException when closed
   */
  public byte[] read(int bytesMax) throws IOException {
    if (!Libc.poll(deviceEnd, Libc.POLLIN, WAIT_MILLIS)) {
      return new byte[0];
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment buffer = arena.allocate(bytesMax);
      int count = readNow(buffer);
      return buffer.asSlice(0, count).toArray(ValueLayout.JAVA_BYTE);
    }
  }

  /**
   * Sends to the host, waiting while the host's buffer is full.
   *
   * @throws IOException when closed, also while waiting
   */
  public void write(byte[] bytes) throws IOException {
    int sent = 0;
    while (sent < bytes.length) {
      sent += writeNow(Arrays.copyOfRange(bytes, sent, bytes.length));
      if (sent < bytes.length) {
        Libc.poll(deviceEnd, Libc.POLLOUT, WAIT_MILLIS);
      }
    }
  }

  /** The speed in bits per second that the host has set on its end. */
  public synchronized int hostSpeed() throws IOException {
    requireOpen();
    return TerminalSpeed.ofCode(Libc.speedCode(hostEnd));
  }

  @Override
  public synchronized void close() throws IOException {
    if (!closed) {
      closed = true;
      Libc.close(hostEnd);
      Libc.close(deviceEnd);
    }
  }

  /** The descriptor is used only while it cannot be closed, and so reused, by another thread. */
  private synchronized int readNow(MemorySegment buffer) throws IOException {
    requireOpen();
    return Libc.poll(deviceEnd, Libc.POLLIN, 0) ? Libc.read(deviceEnd, buffer) : 0;
  }

  private synchronized int writeNow(byte[] bytes) throws IOException {
    requireOpen();
    if (!Libc.poll(deviceEnd, Libc.POLLOUT, 0)) {
      return 0;
    }
    try (Arena arena = Arena.ofConfined()) {
      // A quarter of the line discipline's buffer, so that the write does not block.
      int count = Math.min(bytes.length, 1024);
      MemorySegment slice = arena.allocate(count);
      MemorySegment.copy(bytes, 0, slice, ValueLayout.JAVA_BYTE, 0, count);
      return Libc.write(deviceEnd, slice);
    }
  }

  synchronized void requireOpen() throws IOException {
    if (closed) {
      throw new IOException("pseudo-terminal " + hostPath + " is closed");
    }
  }
}
