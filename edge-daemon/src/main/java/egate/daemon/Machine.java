package egate.daemon;

import egate.daemon.config.Desk;
import egate.daemon.config.HardwareProfile;
import egate.daemon.desk.DeskPort;
import egate.gate.gpio.Lines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The world around the daemon: lines, processes, the environment. */
interface Machine {

  /**
   * Opens the lines of a profile, at rest.
   *
   * @throws StartException when the profile's driver is unknown or must not be used
   * @throws IOException when the chip or a line is missing or busy
   */
  Lines openLines(HardwareProfile profile, StateFolder state, Lines.Listener listener)
      throws StartException, IOException;

  /** What opens the line to the officer's desk. */
  DeskPort.Opener desk(Desk desk, StateFolder state);

  /** What starts bridges. */
  BridgeLauncher bridges(HardwareProfile profile, StateFolder state) throws StartException;

  Map<String, String> environment();

  /** The folder of temporary files that all users share. */
  Path temporary();
}
