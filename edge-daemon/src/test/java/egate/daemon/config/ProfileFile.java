package egate.daemon.config;

import egate.gate.Topology;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The simulated profile, as it lies in the tree, and copies of it with one thing changed. */
public final class ProfileFile {
  private ProfileFile() {}

  /** The file that every simulation runs. */
  public static Path simulated() {
    return Path.of(System.getProperty("egate.root"), "hardware-profiles", "simulated.yaml");
  }

  /** The simulated profile of a topology. */
  public static Path simulated(Topology topology) {
    String name =
        switch (topology) {
          case INTEGRATED_TWO_STEP -> "simulated";
          case ONE_STEP -> "simulated-one-step";
          case SINGLE_DOOR -> "simulated-single-door";
          case KIOSK_WITH_OFFICER -> "simulated-kiosk";
        };
    return simulated().resolveSibling(name + ".yaml");
  }

  /** A copy in which one piece of text, which must be there, is another. */
  public static Path changed(Path folder, String from, String to) {
    try {
      String text = Files.readString(simulated());
      if (!text.contains(from)) {
        throw new IllegalArgumentException("the simulated profile has no " + from);
      }
      return Files.writeString(folder.resolve("gate.yaml"), text.replace(from, to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
