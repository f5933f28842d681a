package egate.daemon;

import egate.daemon.config.HardwareProfile;
import egate.gate.gpio.LineProviders;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Asks the machine whether it has what a profile says. Takes no line and opens no device. */
final class HardwareProbe {
  private HardwareProbe() {}

  /** One line for each thing that is missing or busy. */
  static List<String> findings(HardwareProfile profile, StateFolder state) {
    List<String> findings = new ArrayList<>();
    try {
      findings.addAll(
          LineProviders.named(profile.lines().provider(), profile.production())
              .probe(profile.lines().chip(), profile.lines().wiring()));
    } catch (IOException e) {
      findings.add("lines: " + e.getMessage() + "; check the board, or correct lines.chip");
    }
    try {
      Preflight.check(profile, state);
    } catch (StartException e) {
      findings.add(String.valueOf(e.getMessage()));
    }
    return findings;
  }
}
