package egate.gate.gpio.chip;

import com.pi4j.io.gpio.digital.DigitalInputProvider;
import com.pi4j.io.gpio.digital.DigitalOutputProvider;
import egate.gate.gpio.GatePins;
import egate.gate.gpio.GateWiring;
import egate.gate.gpio.LineProvider;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
  public List<String> probe(String chip, GateWiring wiring) throws IOException {
    List<String> findings = new ArrayList<>();
    try (Chip open = new Chips(kernel).open(chip)) {
      for (var input : wiring.inputs().entrySet()) {
        findings.addAll(open.findings(input.getKey().key(), input.getValue()));
      }
      for (var output : wiring.outputs().entrySet()) {
        findings.addAll(open.findings(output.getKey().key(), output.getValue()));
      }
    }
    return findings.stream().sorted().toList();
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
