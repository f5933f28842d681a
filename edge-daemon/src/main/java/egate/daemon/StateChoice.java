package egate.daemon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Which state folder a command means when none is given. */
final class StateChoice {
  private static final Path INSTALLED = Path.of("/var/lib/egate");
  private static final int PATH_CHARS_MAX = 4_096;

  private StateChoice() {}

  /** For a daemon: what was given, else EGATE_STATE, else the installed one. */
  static StateFolder toRun(Optional<Path> given, Map<String, String> environment) {
    return new StateFolder(
        given.or(() -> ofEnvironment(environment)).orElse(INSTALLED).toAbsolutePath());
  }

  /**
   * For a command that looks at one: as for a daemon, but the newest simulated run comes before the
   * installed folder.
   *
   * @param temporary where simulations leave the path of their newest run
   */
  static StateFolder toShow(Optional<Path> given, Map<String, String> environment, Path temporary) {
    return new StateFolder(
        given
            .or(() -> ofEnvironment(environment))
            .or(() -> newestSimulation(temporary))
            .orElse(INSTALLED)
            .toAbsolutePath());
  }

  private static Optional<Path> ofEnvironment(Map<String, String> environment) {
    return Optional.ofNullable(environment.get("EGATE_STATE"))
        .filter(path -> !path.isBlank())
        .map(Path::of);
  }

  /** Another user's file in the common folder must not send a technician to another gate. */
  private static Optional<Path> newestSimulation(Path temporary) {
    String user = System.getProperty("user.name", "");
    Path file = temporary.resolve("egate-" + user).resolve("current");
    try {
      boolean ours = Files.getOwner(file).getName().equals(user);
      String path = Files.readString(file).strip();
      return ours && !path.isEmpty() && path.length() <= PATH_CHARS_MAX
          ? Optional.of(Path.of(path))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
