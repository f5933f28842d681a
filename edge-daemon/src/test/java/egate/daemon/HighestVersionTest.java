package egate.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HighestVersionTest {
  @TempDir Path folder;

  @Test
  void aVersionMayStayOrRiseButNotFall() throws Exception {
    advance(3);
    advance(3);
    advance(5);
    StartException refused = assertThrows(StartException.class, () -> advance(4));
    assertEquals(
        "profile simulated has version 4, but this gate has run version 5; install that or a newer"
            + " one",
        refused.getMessage());
  }

  @Test
  void aVersionThatCannotBeReadIsNotTakenForNone() throws Exception {
    Files.writeString(folder.resolve("profile.version"), "five");
    assertThrows(StartException.class, () -> advance(9));
  }

  private void advance(int version) throws StartException {
    HighestVersion.advance(new StateFolder(folder), "profile", "simulated", version);
  }
}
