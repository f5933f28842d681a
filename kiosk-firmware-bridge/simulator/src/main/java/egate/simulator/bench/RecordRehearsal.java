package egate.simulator.bench;

import egate.bridge.RehearsalScript;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Records the passage that each bridge rehearses. */
@Command(
    name = "record-rehearsal",
    description = {
      "Records the passage that each bridge rehearses: bytes of an invented traveller's devices.",
      "To be repeated, and the file committed, when the bridge says something else to a device."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the parameters before it calls
public final class RecordRehearsal implements Callable<Integer> {
  private static final long SEED = 9303;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      defaultValue = "kiosk-firmware-bridge/bridge/src/main/resources/egate/bridge/rehearsal.bin",
      description = "Where to write it (default: ${DEFAULT-VALUE}).")
  private Path file;

  @Override
  public Integer call() throws Exception {
    RehearsalScript script = new RecordedPassage(SEED).record(file.resolveSibling("trust.egts"));
    try (OutputStream out = Files.newOutputStream(file)) {
      script.write(out);
    }
    System.out.println(file + ": " + Files.size(file) + " bytes");
    return 0;
  }
}
