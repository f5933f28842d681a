package egate.daemon;

import egate.daemon.config.Desk;
import egate.daemon.config.HardwareProfile;
import egate.daemon.desk.DeskPort;
import egate.gate.gpio.LineProvider;
import egate.gate.gpio.LineProviders;
import egate.gate.gpio.Lines;
import egate.gate.gpio.LinesException;
import egate.gate.gpio.Pi4jLines;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** This machine. */
final class RealMachine implements Machine {

  @Override
  public Lines openLines(HardwareProfile profile, StateFolder state, Lines.Listener listener)
      throws StartException, IOException {
    LineProvider provider = provider(profile);
    String chip =
        provider.simulated()
            ? state.resolve(profile.lines().chip()).toString()
            : profile.lines().chip();
    return Pi4jLines.open(
        provider,
        chip,
        profile.lines().wiring(),
        Duration.ofMillis(profile.lines().debounceMillis()),
        listener);
  }

  private static LineProvider provider(HardwareProfile profile) throws StartException {
    try {
      return LineProviders.named(profile.lines().provider(), profile.production());
    } catch (LinesException e) {
      throw new StartException(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public DeskPort.Opener desk(Desk desk, StateFolder state) {
    return () -> DeskPort.serial(state.resolve(desk.path()), desk.baud());
  }

  @Override
  public BridgeLauncher bridges(HardwareProfile profile, StateFolder state) throws StartException {
    String launcher = System.getProperty("egate.launcher");
    if (launcher == null) {
      throw new StartException("there is no launcher of bridges; start the daemon with bin/egate");
    }
    return new ProcessBridgeLauncher(BridgeCommand.of(launcher, profile, state), state.run());
  }

  @Override
  public Map<String, String> environment() {
    return System.getenv();
  }

  @Override
  public Path temporary() {
    return Path.of("/tmp");
  }
}
