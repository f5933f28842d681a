package egate.gate.gpio.chip;

import com.pi4j.io.exception.IOException;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputBase;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalOutputProvider;
import com.pi4j.io.gpio.digital.DigitalOutputProviderBase;
import com.pi4j.io.gpio.digital.DigitalState;

/** Pi4J's view of outputs that were granted already, and low. */
final class ChipOutputs extends DigitalOutputProviderBase {
  private final GrantedLines lines;

  ChipOutputs(GrantedLines lines) {
    super("egate-gpiochip-outputs");
    this.lines = lines;
  }

  @Override
  public DigitalOutput create(DigitalOutputConfig config) {
    ChipOutput output = new ChipOutput(this, config, lines);
    context().registry().add(output);
    return output;
  }

  private static final class ChipOutput extends DigitalOutputBase {
    private final GrantedLines lines;

    ChipOutput(DigitalOutputProvider provider, DigitalOutputConfig config, GrantedLines lines) {
      super(provider, config);
      this.lines = lines;
    }

    @Override
    public DigitalOutput state(DigitalState next) {
      try {
        lines.set(config.bcm(), next == DigitalState.HIGH);
      } catch (ErrnoException e) {
        throw new IOException(String.valueOf(e.getMessage()));
      }
      return super.state(next);
    }
  }
}
