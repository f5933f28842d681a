package egate.simulator.lines;

import com.pi4j.io.gpio.digital.DigitalInputProvider;
import com.pi4j.io.gpio.digital.DigitalOutputProvider;
import egate.gate.gpio.LineProvider;
import java.io.IOException;
import java.nio.file.Path;
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

  /** Connects to the board's socket, whose path is the chip's name. */
  @Override
  public void open(String chip) throws IOException {
    BoardConnection board = BoardConnection.connect(Path.of(chip));
    opened = new Opened(board, new SimulatedInputs(board), new SimulatedOutputs(board));
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
