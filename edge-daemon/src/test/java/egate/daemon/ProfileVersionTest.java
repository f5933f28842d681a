package egate.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egate.daemon.config.ConfigReader;
import egate.daemon.config.HardwareProfile;
import egate.daemon.config.ProfileFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileVersionTest {
  @TempDir Path folder;

  @Test
  void aVersionMayStayOrRiseButNotFall() throws Exception {
    StateFolder state = new StateFolder(folder);
    ProfileVersion.advance(version(3), state);
    ProfileVersion.advance(version(3), state);
    ProfileVersion.advance(version(5), state);
    StartException refused =
        assertThrows(StartException.class, () -> ProfileVersion.advance(version(4), state));
    assertEquals(
        "profile simulated has version 4, but this gate has run version 5; install that or a newer"
            + " one",
        refused.getMessage());
  }

  @Test
  void aVersionThatCannotBeReadIsNotTakenForNone() throws Exception {
    Files.writeString(folder.resolve("profile.version"), "five");
    assertThrows(
        StartException.class, () -> ProfileVersion.advance(version(9), new StateFolder(folder)));
  }

  private HardwareProfile version(int version) throws Exception {
    Path file = ProfileFile.changed(folder, "version: 1 ", "version: " + version + " ");
    return ConfigReader.read(file, List.of());
  }
}
