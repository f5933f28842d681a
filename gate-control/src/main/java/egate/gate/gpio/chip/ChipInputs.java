package egate.gate.gpio.chip;

import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputBase;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalInputProvider;
import com.pi4j.io.gpio.digital.DigitalInputProviderBase;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.DigitalStateChangeEvent;

/** Pi4J's view of inputs that were granted already. */
final class ChipInputs extends DigitalInputProviderBase {
  private final InputLevels levels;

  ChipInputs(InputLevels levels) {
    super("egate-gpiochip-inputs");
    this.levels = levels;
  }

  @Override
  public DigitalInput create(DigitalInputConfig config) {
    ChipInput input = new ChipInput(this, config, levels);
    context().registry().add(input);
    levels.listen(config.bcm(), input::changed);
    return input;
  }

  private static final class ChipInput extends DigitalInputBase {
    private final InputLevels levels;

    ChipInput(DigitalInputProvider provider, DigitalInputConfig config, InputLevels levels) {
      super(provider, config);
      this.levels = levels;
    }

    @Override
    public DigitalState state() {
      return levels.level(config.bcm());
    }

    private void changed(DigitalState level) {
      dispatch(new DigitalStateChangeEvent<>(this, level));
    }
  }
}
