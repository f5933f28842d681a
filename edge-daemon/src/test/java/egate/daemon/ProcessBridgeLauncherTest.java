package egate.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.daemon.config.ConfigReader;
import egate.daemon.config.ProfileFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ProcessBridgeLauncherTest {
  @TempDir Path folder;

  @Test
  void theCommandNamesEveryDeviceTheStoreAndTheProfile() throws Exception {
    BridgeCommand command =
        BridgeCommand.of(
            "/opt/egate/bin/egate",
            ConfigReader.read(ProfileFile.simulated(), List.of()),
            new StateFolder(Path.of("/state")));

    assertEquals(
        "/opt/egate/bin/egate bridge --mrz-reader soh-ou:9600:/state/dev/mrz-reader"
            + " --chip-reader pn532:115200:/state/dev/chip-reader"
            + " --finger-sensor zfm:57600:/state/dev/finger-sensor"
            + " --camera vc0706:38400:/state/dev/camera --trust /state/trust/store.egts"
            + " --profile-version 1 --trust-key 6cb9403e2d2e29dfcbea829552c03879de1462276476befc5eef26d27ffa940c"
            + " --terminal-certificates /state/terminal/certificates"
            + " --terminal-key pkcs12:/state/terminal/gate.p12"
            + " --terminal-secret /state/credentials/terminal.secret"
            + " --connect /state/run/bridge-1",
        String.join(" ", command.connectingTo(Path.of("/state/run/bridge-1"))));
  }

  @Test
  void aBridgeThatDiesBeforeItConnectsLeavesNothingBehind() throws Exception {
    BridgeProcess bridge = launcher("exit 3").start();

    assertThrows(IOException.class, bridge::connect);
    assertEquals(3, bridge.onExit().get(20, TimeUnit.SECONDS));
    try (var left = Files.list(folder.resolve("run"))) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void killReapsABridgeThatHangs() throws Exception {
    BridgeProcess bridge = launcher("exec sleep 600").start();
    assertTrue(ProcessHandle.of(bridge.pid()).isPresent());

    bridge.kill();

    assertEquals(128 + 9, bridge.onExit().get(20, TimeUnit.SECONDS));
    assertThrows(IOException.class, bridge::connect);
  }

  @Test
  void aLauncherThatIsMissingIsNamed() throws IOException {
    Path run = Files.createDirectories(folder.resolve("run"));
    BridgeCommand command = new BridgeCommand(List.of(folder.resolve("none").toString()));

    IOException e =
        assertThrows(IOException.class, () -> new ProcessBridgeLauncher(command, run).start());

    assertEquals(
        "launcher " + folder.resolve("none") + " cannot be run; start the daemon with bin/egate",
        e.getMessage());
  }

  private ProcessBridgeLauncher launcher(String script) throws IOException {
    Path file = Files.writeString(folder.resolve("launcher"), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    Path run = Files.createDirectories(folder.resolve("run"));
    return new ProcessBridgeLauncher(new BridgeCommand(List.of(file.toString())), run);
  }
}
