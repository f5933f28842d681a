package egate.simulator;

import egate.simulator.chip.ChipField;
import egate.simulator.chip.VirtualReader;
import egate.simulator.device.SmartCardDaemon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Debian's pcscd with its virtual reader, and a field over it: a PC/SC gate's way to chips. */
final class SmartCards implements AutoCloseable {
  private static final String SERIAL_READER = "chip-reader: .*";

  /** The virtual reader's first slot, in answers as long as a good reader's. */
  private static final String PCSC_READER =
      "chip-reader: {driver: pcsc, reader: \""
          + SmartCardDaemon.READER
          + " 00 00\","
          + " response-bytes: 4096}";

  private final SmartCardDaemon daemon;
  private final VirtualReader field;

  private SmartCards(SmartCardDaemon daemon) {
    this.daemon = daemon;
    this.field = VirtualReader.at(daemon.port());
  }

  /** What is missing for it on this machine; empty when all is there. */
  static Optional<String> missing() {
    return SmartCardDaemon.missing();
  }

  static SmartCards start(Path folder) throws IOException {
    return new SmartCards(SmartCardDaemon.start(folder));
  }

  ChipField field() {
    return field;
  }

  /** Kills the daemon. */
  void kill() throws InterruptedException {
    daemon.kill();
  }

  void restart() throws IOException {
    daemon.restart();
  }

  /** By which whoever uses PC/SC in a process of this environment finds this daemon. */
  Map<String, String> environment() {
    return Map.of(SmartCardDaemon.SOCKET_VARIABLE, daemon.socket().toString());
  }

  /** Writes the simulated profile anew, with the virtual reader in the place of the serial one. */
  static void writeProfile(Path simulated, Path file) throws IOException {
    Files.writeString(file, Files.readString(simulated).replaceFirst(SERIAL_READER, PCSC_READER));
  }

  @Override
  public void close() {
    field.close();
    daemon.close();
  }
}
