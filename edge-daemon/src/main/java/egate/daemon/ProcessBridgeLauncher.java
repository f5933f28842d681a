package egate.daemon;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ByteChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Starts bridges as processes. Each gets a fresh socket that takes one connection and is unlinked
 * then; its standard streams lead nowhere, for a parser's message would quote the MRZ.
 */
final class ProcessBridgeLauncher implements BridgeLauncher {
  /** Longest path of a Unix socket on Linux, its final zero excluded. */
  private static final int SOCKET_PATH_MAX = 107;

  private final BridgeCommand command;
  private final Path folder;
  private final AtomicInteger count = new AtomicInteger();

  /**
   * A launcher.
   *
   * @param folder for sockets; nobody else may enter it
   */
  ProcessBridgeLauncher(BridgeCommand command, Path folder) {
    this.command = command;
    this.folder = folder;
  }

  @Override
  public BridgeProcess start() throws IOException {
    Path socket = folder.resolve("bridge-" + count.incrementAndGet()).toAbsolutePath();
    if (socket.toString().length() > SOCKET_PATH_MAX) {
      throw new IOException(
          "the path of the state folder is too long for sockets; give a shorter one with --state");
    }
    Files.deleteIfExists(socket);
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      server.bind(UnixDomainSocketAddress.of(socket), 1);
      return new Running(launch(socket), server, socket);
    } catch (IOException e) {
      server.close();
      Files.deleteIfExists(socket);
      throw e;
    }
  }

  private Process launch(Path socket) throws IOException {
    try {
      return new ProcessBuilder(command.connectingTo(socket))
          .redirectInput(Redirect.from(new File("/dev/null")))
          .redirectOutput(Redirect.DISCARD)
          .redirectError(Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new IOException(
          "launcher "
              + command.arguments().getFirst()
              + " cannot be run; start the daemon with bin/egate",
          e);
    }
  }

  private record Running(Process process, ServerSocketChannel server, Path socket)
      implements BridgeProcess {

    Running {
      // Whoever waits for the connection of a dead bridge would wait for ever.
      var _ = process.onExit().thenRun(() -> closeListening(server, socket));
    }

    @Override
    public long pid() {
      return process.pid();
    }

    @Override
    public ByteChannel connect() throws IOException {
      try {
        return server.accept();
      } finally {
        closeListening(server, socket);
      }
    }

    @Override
    public void kill() {
      process.destroyForcibly();
    }

    @Override
    public CompletableFuture<Integer> onExit() {
      return process.onExit().thenApply(Process::exitValue);
    }

    private static void closeListening(ServerSocketChannel server, Path socket) {
      try {
        server.close();
        Files.deleteIfExists(socket);
      } catch (IOException e) {
        // The folder is emptied at the next start; a leftover socket leads nowhere.
      }
    }
  }
}
