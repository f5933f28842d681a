package egate.daemon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The file in which a running daemon says where its diagnostics port is. */
record PortFile(Path path) implements AutoCloseable {

  /** Writes the port, for as long as the daemon runs. */
  static PortFile write(Path path, int port) throws StartException {
    try {
      Files.writeString(path, port + "\n");
      return new PortFile(path);
    } catch (IOException e) {
      throw new StartException(path + " cannot be written; make room in the state folder", e);
    }
  }

  /** The port of the daemon that runs on a state folder. */
  static int read(StateFolder state) throws StartException {
    try {
      return Integer.parseInt(Files.readString(state.portFile()).strip());
    } catch (NoSuchFileException e) {
      throw new StartException(
          "no daemon runs on " + state.root() + "; start one, or give its folder with --state", e);
    } catch (IOException | NumberFormatException e) {
      throw new StartException(
          state.portFile() + " cannot be read; give the daemon's folder with --state", e);
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // A port without a daemon behind it is told from a living one by asking it.
    }
  }
}
