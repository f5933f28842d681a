package egate.simulator.lines;

import com.pi4j.io.gpio.digital.DigitalInputBase;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalInputProvider;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.DigitalStateChangeEvent;

/** An input that the simulated board drives; unknown once the board is lost. */
final class SimulatedInput extends DigitalInputBase implements BoardConnection.LineListener {
  private volatile DigitalState state = DigitalState.UNKNOWN;

  SimulatedInput(DigitalInputProvider provider, DigitalInputConfig config) {
    super(provider, config);
  }

  void request(BoardConnection board) {
    int line = config.bcm();
    board.request(new HostWord.Input(line), line, this);
  }

  @Override
  public DigitalState state() {
    return state;
  }

  @Override
  public void changed(boolean high) {
    become(DigitalState.getState(high));
  }

  @Override
  public void lost() {
    become(DigitalState.UNKNOWN);
  }

  private void become(DigitalState next) {
    if (next != state) {
      state = next;
      dispatch(new DigitalStateChangeEvent<>(this, next));
    }
  }
}
