package egate.simulator.lines;

import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalOutputProviderBase;

/** Creates outputs that the simulated board hears. */
final class SimulatedOutputs extends DigitalOutputProviderBase {
  private final BoardConnection board;

  SimulatedOutputs(BoardConnection board) {
    super("egate-simulated-outputs");
    this.board = board;
  }

  @Override
  public DigitalOutput create(DigitalOutputConfig config) {
    SimulatedOutput output = new SimulatedOutput(this, config, board);
    output.request();
    context().registry().add(output);
    return output;
  }
}
