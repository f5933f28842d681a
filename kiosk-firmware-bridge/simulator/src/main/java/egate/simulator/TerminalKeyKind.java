package egate.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the simulated gate's key for terminal authentication lies. */
enum TerminalKeyKind {
  /** In a PKCS#12 file beside the gate. */
  FILE,
  /** With a terminal control centre, which the uplink reaches. */
  CENTRE;

  private static final String IN_FILE = "key: pkcs12, file: terminal/gate.p12";
  private static final String AT_CENTRE = "key: control-centre, answer-ms: 3000";

  /** Writes a profile anew, with the key at the control centre. */
  static void writeProfile(Path profile, Path file) throws IOException {
    Files.writeString(file, Files.readString(profile).replace(IN_FILE, AT_CENTRE));
  }
}
