package egate.simulator.lines;

import com.pi4j.io.exception.IOException;
import egate.gate.gpio.Urgency;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The host's end of the socket. Once the board is lost it stays lost, and every line says so. */
final class BoardConnection implements AutoCloseable {
  private static final long ANSWER_WITHIN_MILLIS = 2000;

  /** Hears one line. */
  interface LineListener {
    void changed(boolean high);

    void lost();
  }

  private final WordChannel channel;
  private final Map<Integer, LineListener> listeners = new ConcurrentHashMap<>();
  private final Map<Integer, CompletableFuture<BoardWord>> requests = new ConcurrentHashMap<>();
  private volatile boolean lost;

  private BoardConnection(WordChannel channel) {
    this.channel = channel;
  }

  static BoardConnection connect(Path socket) throws java.io.IOException {
    SocketChannel opened = SocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      opened.connect(UnixDomainSocketAddress.of(socket));
    } catch (java.io.IOException e) {
      opened.close();
      throw new java.io.IOException(
          "no simulated lines at " + socket + "; is the simulator running?", e);
    }
    BoardConnection connection = new BoardConnection(new WordChannel(opened));
    Thread.ofPlatform().daemon().name("simulated-lines").start(connection::read);
    return connection;
  }

  /** Requests a line and waits for its first value; later ones go to the listener. */
  boolean request(HostWord word, int line, LineListener listener) {
    CompletableFuture<BoardWord> answer = new CompletableFuture<>();
    requests.put(line, answer);
    listeners.put(line, listener);
    send(word);
    return switch (await(answer, line)) {
      case BoardWord.Value(int _, boolean high) -> high;
      case BoardWord.Busy _ -> throw new IOException("line " + line + " is busy");
    };
  }

  /** Throws Pi4J's exception when the board is lost. */
  void send(HostWord word) {
    try {
      if (!lost) {
        channel.write(word.text());
      }
    } catch (java.io.IOException e) {
      lost = true;
    }
    if (lost) {
      throw new IOException("the simulated board is gone");
    }
  }

  @Override
  public void close() {
    lost = true;
    try {
      channel.close();
    } catch (java.io.IOException gone) {
      // It is closed either way, and a simulated line has nothing else to give back.
    }
  }

  private static BoardWord await(CompletableFuture<BoardWord> answer, int line) {
    try {
      return answer.get(ANSWER_WITHIN_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new IOException("no answer for line " + line);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while requesting line " + line);
    }
  }

  /** Urgent, as the thread that hears a real chip's edges is. */
  private void read() {
    boolean _ = Urgency.take();
    try {
      channel.readAll(word -> heard(BoardWord.of(word)));
    } catch (java.io.IOException e) {
      // A board that is gone or talks nonsense is lost, which is what follows in any case.
    }
    lost = true;
    close();
    requests.values().forEach(answer -> answer.cancel(false));
    listeners.values().forEach(LineListener::lost);
  }

  /** The value comes before the answer, so that a line is never unknown once it is requested. */
  private void heard(BoardWord word) {
    LineListener listener = listeners.get(word.line());
    if (listener != null && word instanceof BoardWord.Value(int _, boolean high)) {
      listener.changed(high);
    }
    CompletableFuture<BoardWord> answer = requests.remove(word.line());
    if (answer != null) {
      answer.complete(word);
    }
  }
}
