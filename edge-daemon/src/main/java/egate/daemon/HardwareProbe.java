package egate.daemon;

import egate.daemon.config.ConfigReader;
import egate.daemon.config.Desk;
import egate.daemon.config.HardwareProfile;
import egate.gate.gpio.InputLine;
import egate.gate.gpio.LineProviders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Asks the machine whether it has what a profile says. Takes no line and opens no device. */
final class HardwareProbe {
  private final Path file;
  private final HardwareProfile profile;
  private final StateFolder state;
  private final List<String> findings = new ArrayList<>();

  private HardwareProbe(Path file, HardwareProfile profile, StateFolder state) {
    this.file = file;
    this.profile = profile;
    this.state = state;
  }

  /**
   * One line for each thing that is missing or busy: where the profile asks for it, what, what to
   * do.
   */
  static List<String> findings(Path file, HardwareProfile profile, StateFolder state) {
    HardwareProbe probe = new HardwareProbe(file, profile, state);
    probe.lines();
    for (Preflight.Absence absence : Preflight.absences(profile, state)) {
      probe.find(absence.key(), absence.line());
    }
    profile.desk().ifPresent(probe::desk);
    return probe.findings;
  }

  private void lines() {
    try {
      for (String finding :
          LineProviders.named(profile.lines().provider(), profile.production())
              .probe(profile.lines().chip(), profile.lines().wiring())) {
        line(finding);
      }
    } catch (IOException e) {
      find("lines.chip", e.getMessage() + "; check the board, or correct lines.chip");
    }
  }

  /** A provider's finding begins with the line's own key. */
  private void line(String finding) {
    int colon = finding.indexOf(": ");
    String key = finding.substring(0, colon);
    boolean input = Stream.of(InputLine.values()).anyMatch(line -> line.key().equals(key));
    find(
        (input ? "lines.inputs." : "lines.outputs.") + key,
        finding.substring(colon + 2) + "; free it, or name another line");
  }

  private void desk(Desk desk) {
    Path port = state.resolve(desk.path());
    if (!Files.exists(port)) {
      find("desk.path", "port " + port + " does not exist; connect it, or correct desk.path");
    }
  }

  private void find(String key, String what) {
    findings.add(ConfigReader.place(file, key) + ": " + key + ": " + what);
  }
}
