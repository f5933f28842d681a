package egate.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The unmodified daemon as a process of its own, started as a technician would start it. */
final class GateProcess {
  private final List<String> command;
  private final Map<String, String> environment;
  private final Path log;
  private Process process;

  private GateProcess(
      List<String> command, Map<String, String> environment, Path log, Process process) {
    this.command = command;
    this.environment = environment;
    this.log = log;
    this.process = process;
  }

  /**
   * Starts it; what it prints is appended to the log.
   *
   * @param environment what it gets beside this process's own
   */
  static GateProcess start(List<String> command, Map<String, String> environment, Path log)
      throws IOException {
    return new GateProcess(command, environment, log, launch(command, environment, log));
  }

  /** Starts it again after {@link #kill}. */
  void restart() throws IOException {
    process = launch(command, environment, log);
  }

  /** {@code kill -9}, and waits until the operating system has reaped it. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** {@code SIGSTOP}: from now on it does nothing at all. */
  void pause() throws IOException, InterruptedException {
    signal("-STOP");
  }

  /** {@code SIGCONT}: it goes on as if no time had passed. */
  void resume() throws IOException, InterruptedException {
    signal("-CONT");
  }

  private void signal(String signal) throws IOException, InterruptedException {
    // The shell's own: not every machine has kill as a program.
    new ProcessBuilder("sh", "-c", "kill " + signal + " " + pid()).inheritIO().start().waitFor();
  }

  /** Its number, which is the launcher's too: the launcher becomes the daemon. */
  long pid() {
    return process.pid();
  }

  /** Waits so long; true if it has ended by itself. */
  boolean endsWithin(long time, TimeUnit unit) throws InterruptedException {
    return process.waitFor(time, unit);
  }

  boolean alive() {
    return process.isAlive();
  }

  /**
   * The bridge that serves: the child that has the device open.
   *
   * @param device the terminal itself, not a link to it
   */
  Optional<ProcessHandle> bridgeHolding(Path device) {
    return process.descendants().filter(p -> holds(p, device)).findFirst();
  }

  /** Ends it in order; by force where it takes longer than ten seconds. */
  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      kill();
    }
  }

  /**
   * What {@code egate status --json} says, run as a technician would run it.
   *
   * @param launcher the one launcher
   */
  JsonNode status(String launcher, Path state) throws IOException {
    Process asked =
        new ProcessBuilder(launcher, "status", "--json", "--state", state.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (InputStream answer = asked.getInputStream()) {
      return new ObjectMapper().readTree(answer);
    }
  }

  private static Process launch(List<String> command, Map<String, String> environment, Path log)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    return builder
        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .redirectErrorStream(true)
        .start();
  }

  private static boolean holds(ProcessHandle candidate, Path device) {
    try (Stream<Path> open = Files.list(Path.of("/proc/" + candidate.pid() + "/fd"))) {
      return open.anyMatch(fd -> pointsTo(fd, device));
    } catch (IOException e) {
      return false; // it died meanwhile
    }
  }

  private static boolean pointsTo(Path fd, Path device) {
    try {
      return Files.readSymbolicLink(fd).equals(device);
    } catch (IOException e) {
      return false; // it was closed meanwhile
    }
  }
}
