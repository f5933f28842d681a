package egate.simulator.lines;

import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputBase;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalOutputProvider;
import com.pi4j.io.gpio.digital.DigitalState;

/** An output that the simulated board hears. */
final class SimulatedOutput extends DigitalOutputBase implements BoardConnection.LineListener {
  private final BoardConnection board;

  SimulatedOutput(
      DigitalOutputProvider provider, DigitalOutputConfig config, BoardConnection board) {
    super(provider, config);
    this.board = board;
  }

  /** The initial value goes with the request: there is no moment in which the line is undefined. */
  void request() {
    int line = config.bcm();
    boolean high = config.initialState() == DigitalState.HIGH;
    board.request(new HostWord.Output(line, high), line, this);
  }

  @Override
  public DigitalOutput state(DigitalState next) {
    board.send(new HostWord.Set(config.bcm(), next == DigitalState.HIGH));
    return super.state(next);
  }

  @Override
  public void changed(boolean high) {
    // The board's confirmation says nothing new.
  }

  @Override
  public void lost() {
    // The next setting throws.
  }
}
