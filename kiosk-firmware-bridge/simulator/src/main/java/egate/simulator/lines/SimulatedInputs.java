package egate.simulator.lines;

import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalInputProviderBase;

/** Creates inputs that the simulated board drives. */
final class SimulatedInputs extends DigitalInputProviderBase {
  private final BoardConnection board;

  SimulatedInputs(BoardConnection board) {
    super("egate-simulated-inputs");
    this.board = board;
  }

  @Override
  public DigitalInput create(DigitalInputConfig config) {
    SimulatedInput input = new SimulatedInput(this, config);
    input.request(board);
    context().registry().add(input);
    return input;
  }
}
