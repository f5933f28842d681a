package egate.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The folder of one simulated gate, short enough for Unix sockets, and named in a file by which
 * {@code egate status} finds the newest run.
 *
 * @param path below the temporary folder, for this user's eyes only
 */
record RunFolder(Path path, boolean keep) {

  static RunFolder create(boolean keep) throws IOException {
    Path home =
        Path.of(System.getProperty("java.io.tmpdir"), "egate-" + System.getProperty("user.name"));
    Files.createDirectories(
        home, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path path = Files.createTempDirectory(home, "run-");
    Files.writeString(home.resolve("current"), path + "\n");
    return new RunFolder(path, keep);
  }

  /** Below it lies the gate's own state. */
  Path gate() {
    return path.resolve("gate");
  }

  /** Deletes it, unless it is to be kept. */
  void finish() throws IOException {
    if (!keep) {
      try (Stream<Path> files = Files.walk(path)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
