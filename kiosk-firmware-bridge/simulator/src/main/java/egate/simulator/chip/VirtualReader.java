package egate.simulator.chip;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;

/**
 * The field of vsmartcard's virtual reader: a chip that is laid down connects to vpcd, pcscd's
 * driver, which listens, and a chip that leaves ends the connection.
 *
 * <p>Every message is two bytes of length and so many bytes. From the reader, one byte is an order:
 * 0 power off, 1 power on, 2 reset, 4 say the ATR; anything longer is a command APDU. Only the ATR
 * and APDUs are answered.
 */
public final class VirtualReader implements ChipField, AutoCloseable {
  private static final int POWER_OFF = 0;
  private static final int ATR = 4;

  /** What PC/SC part 3 makes of a contactless chip without historical bytes. */
  private static final byte[] CONTACTLESS = {0x3B, (byte) 0x80, (byte) 0x80, 0x01, 0x01};

  private static final Duration RETRY = Duration.ofMillis(50);

  private final int port;
  private final Thread thread;

  // Guarded by this object's monitor.
  private @Nullable SimulatedChip chip;
  private @Nullable Socket connection;
  private boolean closed;

  private VirtualReader(int port) {
    this.port = port;
    this.thread = Thread.ofPlatform().name("virtual reader").daemon().unstarted(this::live);
  }

  /**
   * An empty field; nothing connects before a chip is laid down.
   *
   * @param port of the driver, on loopback
   */
  public static VirtualReader at(int port) {
    VirtualReader reader = new VirtualReader(port);
    reader.thread.start();
    return reader;
  }

  @Override
  public synchronized void present(SimulatedChip laidDown) {
    hangUp();
    chip = laidDown;
    notifyAll();
  }

  @Override
  public synchronized void remove() {
    hangUp();
    chip = null;
  }

  @Override
  public synchronized boolean isEmpty() {
    return chip == null;
  }

  private void live() {
    try {
      while (true) {
        Optional<SimulatedChip> next = awaitChip();
        if (next.isEmpty()) {
          return;
        }
        stay(next.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The chip in the field; none when the reader is closed. */
  private synchronized Optional<SimulatedChip> awaitChip() throws InterruptedException {
    while (chip == null && !closed) {
      wait();
    }
    return closed ? Optional.empty() : Optional.ofNullable(chip);
  }

  /** One stay of a chip in the field, to the end of its connection. */
  private void stay(SimulatedChip present) throws InterruptedException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      if (connected(present, socket)) {
        serve(present, socket);
      }
    } catch (IOException e) {
      // The driver is not there, or no longer, or the chip was taken away.
    }
    synchronized (this) {
      connection = null;
      if (chip == present) {
        TimeUnit.MILLISECONDS.timedWait(this, RETRY.toMillis());
      }
    }
  }

  private synchronized boolean connected(SimulatedChip present, Socket socket) {
    connection = socket;
    return chip == present;
  }

  private void serve(SimulatedChip present, Socket socket) throws IOException {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    OutputStream out = socket.getOutputStream();
    while (true) {
      int length = in.readUnsignedShort();
      // vpcd sends length and bytes apart, and the second part only once the first is acknowledged.
      socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
      byte[] message = in.readNBytes(length);
      if (message.length > 1) {
        Optional<byte[]> response = present.transmit(message);
        if (response.isEmpty()) {
          leave(present);
          return;
        }
        out.write(framed(response.get()));
      } else if (message.length == 1 && message[0] == ATR) {
        out.write(framed(CONTACTLESS));
      } else if (message.length == 1 && message[0] != POWER_OFF) {
        present.powerOn();
      }
    }
  }

  private synchronized void leave(SimulatedChip present) {
    if (chip == present) {
      chip = null;
    }
  }

  private static byte[] framed(byte[] bytes) {
    byte[] framed = new byte[2 + bytes.length];
    framed[0] = (byte) (bytes.length >> 8);
    framed[1] = (byte) bytes.length;
    System.arraycopy(bytes, 0, framed, 2, bytes.length);
    return framed;
  }

  private void hangUp() {
    Socket open = connection;
    connection = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        // it is as good as closed
      }
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    hangUp();
    notifyAll();
  }
}
