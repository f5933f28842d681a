package egate.daemon;

import egate.daemon.config.ChipReaderDevice;
import egate.daemon.config.Devices;
import egate.daemon.config.HardwareProfile;
import egate.daemon.config.Models;
import egate.daemon.config.PcscDevice;
import egate.daemon.config.SerialDevice;
import egate.daemon.config.Terminal;
import egate.daemon.config.TerminalKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of a bridge, all but its socket.
 *
 * @param arguments the launcher and what follows it
 */
record BridgeCommand(List<String> arguments) {

  BridgeCommand {
    arguments = List.copyOf(arguments);
  }

  static BridgeCommand of(String launcher, HardwareProfile profile, StateFolder state) {
    Devices devices = profile.devices();
    List<String> arguments =
        new ArrayList<>(
            List.of(
                launcher,
                "bridge",
                "--mrz-reader",
                device(devices.mrzReader(), state),
                "--chip-reader",
                chipReader(devices.chipReader(), state),
                "--finger-sensor",
                device(devices.fingerSensor(), state),
                "--camera",
                device(devices.camera(), state),
                "--trust",
                state.resolve(profile.trust().store()).toString(),
                "--profile-version",
                Integer.toString(profile.version())));
    profile.trust().key().ifPresent(key -> arguments.addAll(List.of("--trust-key", key)));
    profile.models().ifPresent(models -> add(arguments, models, state));
    profile.terminal().ifPresent(terminal -> add(arguments, profile, terminal, state));
    return new BridgeCommand(arguments);
  }

  private static void add(List<String> arguments, Models models, StateFolder state) {
    arguments.add("--models");
    arguments.add(state.resolve(models.pack()).toString());
    arguments.add("--models-key");
    arguments.add(state.resolve(models.key()).toString());
  }

  private static void add(
      List<String> arguments, HardwareProfile profile, Terminal terminal, StateFolder state) {
    arguments.add("--terminal-certificates");
    arguments.add(state.resolve(terminal.certificates()).toString());
    arguments.add("--terminal-key");
    arguments.add(
        switch (terminal.key()) {
          case TerminalKey.Pkcs12(String file) -> "pkcs12:" + state.resolve(file);
          case TerminalKey.Pkcs11(String module, String token, String label) ->
              "pkcs11:" + token + ":" + label + ":" + state.resolve(module);
          case TerminalKey.ControlCentre(int millis) -> "control-centre:" + millis;
        });
    if (!(terminal.key() instanceof TerminalKey.ControlCentre)) {
      arguments.add("--terminal-secret");
      arguments.add(Preflight.terminalSecret(profile, state).toString());
    }
  }

  List<String> connectingTo(Path socket) {
    List<String> all = new ArrayList<>(arguments);
    all.add("--connect");
    all.add(socket.toString());
    return all;
  }

  private static String chipReader(ChipReaderDevice device, StateFolder state) {
    return switch (device) {
      case SerialDevice serial -> device(serial, state);
      case PcscDevice pcsc ->
          PcscDevice.DRIVER + ":" + pcsc.responseBytesMax() + ":" + pcsc.reader();
    };
  }

  private static String device(SerialDevice device, StateFolder state) {
    return device.driver() + ":" + device.baud() + ":" + state.resolve(device.path());
  }
}
