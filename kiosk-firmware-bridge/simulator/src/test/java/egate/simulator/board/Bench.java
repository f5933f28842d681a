package egate.simulator.board;

import egate.gate.gpio.GatePins;
import egate.gate.gpio.GateWiring;
import egate.gate.gpio.InputLine;
import egate.gate.gpio.Lines;
import egate.gate.gpio.OutputLine;
import egate.gate.gpio.Pi4jLines;
import egate.simulator.lines.SimulatedLineProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** A board at a socket in a folder of its own, and the pins of the simulated profile. */
final class Bench implements AutoCloseable {
  static final GatePins PINS = pins();

  final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
  final Path socket;
  final RelayBoard board;
  private final Path folder;

  Bench() throws IOException {
    folder = Files.createTempDirectory("lines");
    socket = folder.resolve("lines.sock");
    board = RelayBoard.listen(socket, Wiring.of(PINS), scheduler, System::nanoTime);
  }

  /** The lines as the daemon opens them. */
  Lines open(Lines.Listener listener) throws IOException {
    return Pi4jLines.open(
        new SimulatedLineProvider(),
        socket.toString(),
        GateWiring.to(PINS),
        Duration.ZERO,
        listener);
  }

  @Override
  public void close() throws IOException {
    board.close();
    scheduler.shutdownNow();
    Files.deleteIfExists(folder);
  }

  private static GatePins pins() {
    Map<InputLine, Integer> inputs = new EnumMap<>(InputLine.class);
    for (InputLine line : InputLine.values()) {
      inputs.put(line, inputs.size());
    }
    Map<OutputLine, Integer> outputs = new EnumMap<>(OutputLine.class);
    for (OutputLine line : OutputLine.values()) {
      outputs.put(line, 16 + outputs.size());
    }
    return new GatePins(inputs, outputs);
  }
}
