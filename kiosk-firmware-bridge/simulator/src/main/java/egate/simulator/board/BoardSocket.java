package egate.simulator.board;

import egate.gate.gpio.Urgency;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Where hosts connect; one thread a host, and at most a few of them. */
final class BoardSocket implements AutoCloseable {
  private static final int MOST_HOSTS = 4;

  private final ServerSocketChannel server;
  private final Path path;
  private final Set<Host> hosts = ConcurrentHashMap.newKeySet();

  private BoardSocket(ServerSocketChannel server, Path path) {
    this.server = server;
    this.path = path;
  }

  /** Binds the path, in place of whatever an earlier run left there. */
  static BoardSocket bind(Path path) throws IOException {
    Files.deleteIfExists(path);
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      server.bind(UnixDomainSocketAddress.of(path));
    } catch (IOException e) {
      server.close();
      throw new IOException("cannot listen at " + path + ": " + e.getMessage(), e);
    }
    return new BoardSocket(server, path);
  }

  void accept(Host.Words words) {
    Thread.ofPlatform().daemon().name("relay-board").start(() -> acceptAll(words));
  }

  @Override
  public void close() throws IOException {
    server.close();
    hosts.forEach(Host::close);
    Files.deleteIfExists(path);
  }

  private void acceptAll(Host.Words words) {
    try {
      while (true) {
        welcome(server.accept(), words);
      }
    } catch (IOException e) {
      // Closed: nobody connects any more.
    }
  }

  private void welcome(SocketChannel socket, Host.Words words) {
    Host host = new Host(socket);
    if (hosts.size() == MOST_HOSTS) {
      host.close();
      return;
    }
    hosts.add(host);
    Thread.ofPlatform().daemon().name("relay-board-host").start(() -> serve(host, words));
  }

  /** Urgent: a real board's firmware shares no processor with anybody. */
  private void serve(Host host, Host.Words words) {
    boolean _ = Urgency.take();
    host.serve(words);
    hosts.remove(host);
  }
}
