package egate.gate.gpio;

import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputBase;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalInputProvider;
import com.pi4j.io.gpio.digital.DigitalInputProviderBase;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputBase;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalOutputProvider;
import com.pi4j.io.gpio.digital.DigitalOutputProviderBase;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.DigitalStateChangeEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A driver with no chip behind it: remembers what happens to outputs, in order. */
final class MemoryProvider implements LineProvider {
  final List<String> log = new ArrayList<>();
  final Map<Integer, MemoryInput> requested = new HashMap<>();
  int busyLine = -1;
  int brokenLine = -1;

  private final DigitalInputProvider inputs = new Inputs();
  private final DigitalOutputProvider outputs = new Outputs();

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public boolean simulated() {
    return true;
  }

  @Override
  public boolean debounces() {
    return false;
  }

  @Override
  public GatePins open(String chip, GateWiring wiring, Duration debounce) throws IOException {
    if (!chip.equals("chip0")) {
      throw new IOException("no chip " + chip);
    }
    return wiring.pins(wire -> wire.number().orElse(-1));
  }

  @Override
  public DigitalInputProvider inputs() {
    return inputs;
  }

  @Override
  public DigitalOutputProvider outputs() {
    return outputs;
  }

  @Override
  public void close() {
    log.add("closed");
  }

  private final class Inputs extends DigitalInputProviderBase {
    Inputs() {
      super("memory-inputs");
    }

    @Override
    public DigitalInput create(DigitalInputConfig config) {
      MemoryInput input = new MemoryInput(this, config);
      requested.put(config.bcm(), input);
      context().registry().add(input);
      return input;
    }
  }

  private final class Outputs extends DigitalOutputProviderBase {
    Outputs() {
      super("memory-outputs");
    }

    @Override
    public DigitalOutput create(DigitalOutputConfig config) {
      if (config.bcm() == busyLine) {
        throw new com.pi4j.io.exception.IOException("busy");
      }
      MemoryOutput output = new MemoryOutput(this, config);
      context().registry().add(output);
      return output;
    }
  }

  static final class MemoryInput extends DigitalInputBase {
    private DigitalState state = DigitalState.LOW;

    MemoryInput(DigitalInputProvider provider, DigitalInputConfig config) {
      super(provider, config);
    }

    void becomes(DigitalState next) {
      state = next;
      dispatch(new DigitalStateChangeEvent<>(this, next));
    }

    @Override
    public DigitalState state() {
      return state;
    }
  }

  private final class MemoryOutput extends DigitalOutputBase {
    MemoryOutput(DigitalOutputProvider provider, DigitalOutputConfig config) {
      super(provider, config);
    }

    @Override
    public DigitalOutput state(DigitalState next) {
      if (config.bcm() == brokenLine) {
        throw new com.pi4j.io.exception.IOException("gone");
      }
      log.add(config.bcm() + "=" + next.value());
      return super.state(next);
    }
  }
}
