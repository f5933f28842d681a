package egate.simulator.device;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Debian's pcscd with its virtual reader, for this simulation alone: in a mount namespace of its
 * own, in which {@code /run/pcscd} is a folder of the run. So it disturbs no other pcscd on the
 * machine and needs no privilege.
 */
public final class SmartCardDaemon implements AutoCloseable {
  /** By which libpcsclite finds the daemon; for the environment of whoever is to use it. */
  public static final String SOCKET_VARIABLE = "PCSCLITE_CSOCK_NAME";

  /** As pcscd will name the reader, with its slot's numbers behind it. */
  public static final String READER = "egate virtual";

  private static final String FOREGROUND = "--foreground";
  private static final Path DAEMON = Path.of("/usr/sbin/pcscd");
  private static final Path DRIVER = Path.of("/usr/lib/pcsc/drivers/serial/libifdvpcd.so");
  private static final Path NAMESPACES = Path.of("/usr/bin/unshare");

  private final Path folder;
  private final int port;
  private final List<String> arguments;
  private @Nullable Process process;

  private SmartCardDaemon(Path folder, int port, List<String> arguments) {
    this.folder = folder;
    this.port = port;
    this.arguments = arguments;
  }

  /** What is missing on this machine and how to get it; empty when all is there. */
  public static Optional<String> missing() {
    if (!Files.exists(DAEMON) || !Files.exists(DRIVER)) {
      return Optional.of("no pcscd with a virtual reader: apt-get install pcscd vsmartcard-vpcd");
    }
    return isolates()
        ? Optional.empty()
        : Optional.of("no mount namespace for pcscd: unshare is not installed, or not permitted");
  }

  /** Containers often forbid it. */
  private static boolean isolates() {
    try {
      return new ProcessBuilder(NAMESPACES.toString(), "--map-root-user", "--mount", "true")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Starts it; the driver listens once the daemon has read its configuration.
   *
   * @param folder for its socket and its log, made if absent; its path is short enough for a socket
   */
  public static SmartCardDaemon start(Path folder) throws IOException {
    return start(folder, List.of(FOREGROUND));
  }

  /**
   * The same with other arguments.
   *
   * @param arguments of pcscd, "--foreground" among them, for in the background it would outlive
   *     whoever started it; the place of its configuration is added to them
   */
  public static SmartCardDaemon start(Path folder, List<String> arguments) throws IOException {
    if (!arguments.contains(FOREGROUND)) {
      throw new IllegalArgumentException("pcscd without " + FOREGROUND);
    }
    SmartCardDaemon daemon = new SmartCardDaemon(folder, freePort(), arguments);
    Files.createDirectories(folder.resolve("run"));
    daemon.plugReader();
    daemon.restart();
    return daemon;
  }

  /** Starts it anew, after {@link #kill}. */
  public void restart() throws IOException {
    // A daemon that was killed leaves its socket, and no client could tell.
    Files.deleteIfExists(socket());
    Files.deleteIfExists(folder.resolve("run/pcscd.pid"));
    String commands =
        "mount -t tmpfs tmpfs /run && mkdir /run/pcscd && mount --bind \"$1\" /run/pcscd"
            + " && shift && exec \"$@\"";
    List<String> line = new ArrayList<>(List.of(NAMESPACES.toString(), "--map-root-user"));
    line.addAll(List.of("--mount", "sh", "-c", commands, "sh", folder.resolve("run").toString()));
    line.add(DAEMON.toString());
    line.addAll(arguments);
    line.addAll(List.of("--config", folder.resolve("reader.conf").toString()));
    process =
        new ProcessBuilder(line)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
            .start();
  }

  /** Takes the virtual reader away; pcscd knows nothing of it once it is started anew. */
  public void unplugReader() throws IOException {
    Files.writeString(folder.resolve("reader.conf"), "");
  }

  /** Brings the virtual reader; pcscd knows of it once it is started anew. */
  public void plugReader() throws IOException {
    Files.writeString(folder.resolve("reader.conf"), configuration());
  }

  /** What it says. */
  public Path log() {
    return folder.resolve("pcscd.log");
  }

  /** {@code kill -9}, and waits until the operating system has reaped it. */
  public void kill() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly().waitFor();
    }
  }

  public Path socket() {
    return folder.resolve("run/pcscd.comm");
  }

  /** Where the driver of the virtual reader listens for a card. */
  public int port() {
    return port;
  }

  /** The number of the process, to be stopped and continued by a test. */
  public long pid() {
    return process == null ? 0 : process.pid();
  }

  /** Host /dev/null makes the driver listen; its other way, to connect, ends in an abort. */
  private String configuration() {
    return """
        FRIENDLYNAME "%s"
        DEVICENAME /dev/null:%d
        LIBPATH %s
        CHANNELID 1
        """
        .formatted(READER, port, DRIVER);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly();
    }
  }
}
