package egate.gate.gpio.chip;

import com.pi4j.io.gpio.digital.DigitalInputProvider;
import com.pi4j.io.gpio.digital.DigitalOutputProvider;
import egate.gate.gpio.GatePins;
import egate.gate.gpio.GateWiring;
import egate.gate.gpio.LineProvider;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** {@code provider: gpiochip}: the lines of this machine's GPIO chip. */
public final class GpiochipProvider implements LineProvider {
  private final Kernel kernel;
  private @Nullable OpenChip opened;

  /** Called by the service loader. */
  public GpiochipProvider() {
    this(new Linux());
  }

  GpiochipProvider(Kernel kernel) {
    this.kernel = kernel;
  }

  @Override
  public String name() {
    return "gpiochip";
  }

  @Override
  public boolean simulated() {
    return false;
  }

  @Override
  public boolean debounces() {
    return true;
  }

  @Override
  public GatePins open(String chip, GateWiring wiring, Duration debounce) throws IOException {
    OpenChip open = OpenChip.open(new Chips(kernel), chip, wiring, debounce);
    opened = open;
    return open.pins();
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
      opened.close();
      opened = null;
    }
  }

  private OpenChip demand() {
    if (opened == null) {
      throw new IllegalStateException("the chip is not open");
    }
    return opened;
  }
}
