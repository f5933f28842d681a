package egate.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateChoiceTest {
  private static final Map<String, String> EMPTY = Map.of();
  private static final Map<String, String> NAMED = Map.of("EGATE_STATE", "/named");

  @TempDir Path temporary;

  @Test
  void whatWasGivenComesFirst() throws IOException {
    simulation("/simulated");

    assertEquals(Path.of("/given"), toShow(Optional.of(Path.of("/given")), NAMED));
    assertEquals(Path.of("/named"), toShow(Optional.empty(), NAMED));
    assertEquals(Path.of("/simulated"), toShow(Optional.empty(), EMPTY));
  }

  @Test
  void withoutASimulationItIsTheInstalledGate() {
    assertEquals(Path.of("/var/lib/egate"), toShow(Optional.empty(), EMPTY));
  }

  @Test
  void aDaemonNeverRunsInASimulationsFolderByItself() throws IOException {
    simulation("/simulated");

    assertEquals(Path.of("/var/lib/egate"), StateChoice.toRun(Optional.empty(), EMPTY).root());
  }

  private Path toShow(Optional<Path> given, Map<String, String> environment) {
    return StateChoice.toShow(given, environment, temporary).root();
  }

  private void simulation(String path) throws IOException {
    Path folder = temporary.resolve("egate-" + System.getProperty("user.name"));
    Files.writeString(Files.createDirectories(folder).resolve("current"), path + "\n");
  }
}
