package egate.simulator.lines;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** Words over a connected socket: one thread reads, any thread writes. */
public final class WordChannel implements AutoCloseable {
  private static final int BUFFER_BYTES = 1024;

  private final SocketChannel socket;

  /** Hears each word. */
  @FunctionalInterface
  public interface Listener {
    void heard(String word) throws IOException;
  }

  public WordChannel(SocketChannel socket) {
    this.socket = socket;
  }

  /** Reads until the other side ends. */
  public void readAll(Listener listener) throws IOException {
    WordFrames frames = new WordFrames();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    while (socket.read(buffer) >= 0) {
      buffer.flip();
      for (String word : frames.feed(buffer)) {
        listener.heard(word);
      }
      buffer.clear();
    }
  }

  public synchronized void write(String word) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap((word + "\n").getBytes(StandardCharsets.US_ASCII));
    while (bytes.hasRemaining()) {
      socket.write(bytes);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
