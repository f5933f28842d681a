package egate.daemon;

import egate.daemon.config.HardwareProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The highest version of a production profile that this gate has run; it cannot go back. */
final class ProfileVersion {
  private ProfileVersion() {}

  /** Refuses an older one than has run before, and remembers a newer one. */
  static void advance(HardwareProfile profile, StateFolder state) throws StartException {
    Path file = state.root().resolve("profile.version");
    int highest = highest(file);
    if (profile.version() < highest) {
      throw new StartException(
          "profile "
              + profile.name()
              + " has version "
              + profile.version()
              + ", but this gate has run version "
              + highest
              + "; install that or a newer one");
    }
    if (profile.version() > highest) {
      remember(file, profile.version());
    }
  }

  private static int highest(Path file) throws StartException {
    try {
      return Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
    } catch (IOException | NumberFormatException e) {
      throw new StartException(
          file + " cannot be read; restore it, or write the last version into it", e);
    }
  }

  private static void remember(Path file, int version) throws StartException {
    Path next = file.resolveSibling("profile.version.new");
    try {
      Files.writeString(next, version + "\n");
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new StartException(file + " cannot be written; check the state folder", e);
    }
  }
}
