package egate.simulator.lines;

import com.pi4j.io.gpio.digital.DigitalInputProvider;
import com.pi4j.io.gpio.digital.DigitalOutputProvider;
import egate.gate.gpio.Bias;
import egate.gate.gpio.GatePins;
import egate.gate.gpio.GateWiring;
import egate.gate.gpio.LineProvider;
import egate.gate.gpio.Wire;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Doors that are not real: lines that end in the simulator's relay board. */
public final class SimulatedLineProvider implements LineProvider {
  private @Nullable Opened opened;

  private record Opened(BoardConnection board, SimulatedInputs inputs, SimulatedOutputs outputs) {}

  @Override
  public String name() {
    return "simulated";
  }

  @Override
  public boolean simulated() {
    return true;
  }

  @Override
  public boolean debounces() {
    return false;
  }

  /** Connects to the board's socket, whose path is the chip's name. */
  @Override
  public GatePins open(String chip, GateWiring wiring, Duration debounce) throws IOException {
    GatePins pins = wiring.pins(SimulatedLineProvider::number);
    BoardConnection board = BoardConnection.connect(Path.of(chip));
    opened = new Opened(board, new SimulatedInputs(board), new SimulatedOutputs(board));
    return pins;
  }

  /** The board has neither names nor resistors; minus one, which no line has, for what it lacks. */
  private static int number(Wire wire) {
    boolean plain = !wire.activeLow() && wire.bias() == Bias.AS_IS;
    return plain ? wire.number().orElse(-1) : -1;
  }

  @Override
  public DigitalInputProvider inputs() {
    return demand().inputs();
  }

  @Override
  public DigitalOutputProvider outputs() {
    return demand().outputs();
  }

  @Override
  public void close() {
    if (opened != null) {
      opened.board().close();
      opened = null;
    }
  }

  private Opened demand() {
    if (opened == null) {
      throw new IllegalStateException("the simulated lines are not open");
    }
    return opened;
  }
}
