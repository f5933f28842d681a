package egate.daemon;

import egate.daemon.config.ChipReaderDevice;
import egate.daemon.config.Devices;
import egate.daemon.config.HardwareProfile;
import egate.daemon.config.PcscDevice;
import egate.daemon.config.SerialDevice;
import egate.daemon.config.Terminal;
import egate.daemon.config.TerminalKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What must be there before the daemon begins; each absence has its own line. */
final class Preflight {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final StateFolder state;

  private Preflight(StateFolder state) {
    this.state = state;
  }

  /** What a key of the profile asks for. */
  private record Demand(String key, Look look) {}

  private interface Look {
    void look() throws StartException;
  }

  /**
   * Something that a profile asks for and that is not there.
   *
   * @param key the profile's key, dotted
   * @param line what, where, what to do
   */
  record Absence(String key, String line) {}

  /** Refuses to go on without any of it. */
  static void check(HardwareProfile profile, StateFolder state) throws StartException {
    for (Demand demand : new Preflight(state).demands(profile)) {
      demand.look().look();
    }
  }

  /** Everything that is not there. */
  static List<Absence> absences(HardwareProfile profile, StateFolder state) {
    List<Absence> absences = new ArrayList<>();
    for (Demand demand : new Preflight(state).demands(profile)) {
      try {
        demand.look().look();
      } catch (StartException e) {
        absences.add(new Absence(demand.key(), String.valueOf(e.getMessage())));
      }
    }
    return absences;
  }

  private List<Demand> demands(HardwareProfile profile) {
    List<Demand> demands = new ArrayList<>(devices(profile.devices()));
    demands.add(new Demand("trust.store", () -> trust(profile.trust().store())));
    demands.add(
        new Demand(
            "credentials",
            () -> key("database key", databaseKey(profile, state), "openssl rand -hex 32")));
    demands.add(
        new Demand(
            "credentials",
            () ->
                key(
                    "device key",
                    deviceKey(profile, state),
                    "openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256")));
    profile
        .terminal()
        .ifPresent(
            terminal ->
                demands.add(
                    new Demand("terminal.certificates", () -> terminal(profile, terminal))));
    return demands;
  }

  /** The password of the terminal's PKCS#12 file, or the PIN of its token; one line. */
  static Path terminalSecret(HardwareProfile profile, StateFolder state) {
    return state.resolve(profile.credentials()).resolve("terminal.secret");
  }

  private void terminal(HardwareProfile profile, Terminal terminal) throws StartException {
    Path certificates = state.resolve(terminal.certificates());
    if (!Files.isDirectory(certificates)) {
      throw new StartException(
          "CV certificates "
              + certificates
              + " are missing; put a file for each there, or correct terminal.certificates");
    }
    switch (terminal.key()) {
      case TerminalKey.Pkcs12(String file) -> {
        key("terminal key", state.resolve(file), "openssl pkcs12 -export");
        key("terminal secret", terminalSecret(profile, state), "systemd-creds");
      }
      case TerminalKey.Pkcs11 _ ->
          key("terminal secret", terminalSecret(profile, state), "systemd-creds");
      case TerminalKey.ControlCentre _ -> {
        if (profile.broker().isEmpty()) {
          throw new StartException(
              "terminal.key is control-centre, and there is no uplink to ask it over; add the"
                  + " section uplink");
        }
      }
    }
  }

  static Path databaseKey(HardwareProfile profile, StateFolder state) {
    return state.resolve(profile.credentials()).resolve("database.key");
  }

  static Path deviceKey(HardwareProfile profile, StateFolder state) {
    return state.resolve(profile.credentials()).resolve("device.key");
  }

  private List<Demand> devices(Devices devices) {
    return List.of(
        new Demand("devices.mrz-reader.path", () -> device("mrz-reader", devices.mrzReader())),
        new Demand("devices.chip-reader.path", () -> chipReader(devices.chipReader())),
        new Demand(
            "devices.finger-sensor.path", () -> device("finger-sensor", devices.fingerSensor())),
        new Demand("devices.camera.path", () -> device("camera", devices.camera())));
  }

  /** A PC/SC reader may be plugged in later, as pcscd may be started; a bridge waits for both. */
  private void chipReader(ChipReaderDevice chipReader) throws StartException {
    switch (chipReader) {
      case SerialDevice serial -> device("chip-reader", serial);
      case PcscDevice _ -> {
        if (SmartCardService.ofThisMachine().logs()) {
          throw new StartException(
              "pcscd logs what it carries; start it without --apdu, --debug and --info");
        }
      }
    }
  }

  private void device(String key, SerialDevice device) throws StartException {
    Path path = state.resolve(device.path());
    if (!Files.exists(path)) {
      throw new StartException(
          "serial device "
              + path
              + " does not exist; connect it, or correct devices."
              + key
              + ".path");
    }
  }

  private void trust(String store) throws StartException {
    Path path = state.resolve(store);
    if (!Files.isReadable(path) || !Files.isRegularFile(path)) {
      throw new StartException(
          "trust store "
              + path
              + " is missing or not readable; import one, or correct trust.store");
    }
  }

  /** Its content is the journal's business; that others may read it is nobody's. */
  private void key(String name, Path key, String maker) throws StartException {
    try {
      if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(key))) {
        throw new StartException(name + " " + key + " may be read by others; run chmod 600 " + key);
      }
    } catch (IOException e) {
      throw new StartException(
          name + " " + key + " is missing; restore it, or make one with '" + maker + "'", e);
    }
  }
}
