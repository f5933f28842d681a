package egate.daemon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The highest version of something that this gate has used; it cannot go back. */
final class HighestVersion {
  private HighestVersion() {}

  /**
   * Refuses an older one than was used before, and remembers a newer one.
   *
   * @param kind in file names
   * @param name for people
   */
  static void advance(StateFolder state, String kind, String name, int version)
      throws StartException {
    Path file = state.root().resolve(kind + ".version");
    int highest = highest(file);
    if (version < highest) {
      throw new StartException(
          kind
              + " "
              + name
              + " has version "
              + version
              + ", but this gate has run version "
              + highest
              + "; install that or a newer one");
    }
    if (version > highest) {
      remember(file, version);
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
    Path next = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.writeString(next, version + "\n");
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new StartException(file + " cannot be written; check the state folder", e);
    }
  }
}
