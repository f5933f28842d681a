package egate.daemon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder in which a daemon keeps everything that outlives it; paths of profiles start here. */
record StateFolder(Path root) {

  /** A path of a profile: relative to the folder, or absolute. */
  Path resolve(String path) {
    return root.resolve(path);
  }

  Path journal() {
    return root.resolve("journal");
  }

  /** What signed updates have brought, but for trust data. */
  Path update() {
    return root.resolve("update");
  }

  Path telemetry() {
    return root.resolve("telemetry");
  }

  /** The last signed head that central acknowledged. */
  Path anchor() {
    return root.resolve("anchor.json");
  }

  Path database() {
    return root.resolve("db");
  }

  /** Sockets and the port's number; for the daemon's own user only. */
  Path run() {
    return root.resolve("run");
  }

  Path portFile() {
    return run().resolve("diagnostics.port");
  }

  /** Makes the folders that may be missing. */
  void prepare() throws StartException {
    try {
      Files.createDirectories(
          run(),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Files.createDirectories(journal());
      Files.createDirectories(database());
    } catch (IOException e) {
      throw new StartException(
          "state folder "
              + root
              + " cannot be written ("
              + e.getMessage()
              + "); make it, or give another with --state",
          e);
    }
  }
}
