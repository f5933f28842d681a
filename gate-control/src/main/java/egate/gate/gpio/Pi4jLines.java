package egate.gate.gpio;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.exception.Pi4JException;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputConfigBuilder;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputConfigBuilder;
import com.pi4j.io.gpio.digital.DigitalState;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * The one place that knows Pi4J. Nothing is detected: the provider is the one that was named.
 *
 * <p>Outputs begin low and are driven low in a fixed order before Pi4J shuts down, for its own
 * shutdown has no order and stops at the first error.
 */
public final class Pi4jLines implements Lines {
  private final LineProvider provider;
  private final Context context;
  private final Listener listener;
  private final Map<OutputLine, DigitalOutput> outputs = new EnumMap<>(OutputLine.class);
  private final Object reporting = new Object();
  private volatile boolean closed;

  private Pi4jLines(LineProvider provider, Listener listener) {
    this.provider = provider;
    this.listener = listener;
    this.context =
        Pi4J.newContextBuilder()
            .noAutoDetect()
            .disableShutdownHook()
            .add(provider.inputs(), provider.outputs())
            .build();
  }

  /**
   * Opens the provider and requests all lines, outputs first.
   *
   * @param chip what the profile calls the chip
   * @param debounce for how long an input must be steady, where the provider debounces
   * @throws IOException when the chip or a line is missing or busy; the message names it
   */
  public static Pi4jLines open(
      LineProvider provider, String chip, GateWiring wiring, Duration debounce, Listener listener)
      throws IOException {
    GatePins pins = provider.open(chip, wiring, debounce);
    Pi4jLines lines = new Pi4jLines(provider, listener);
    try {
      for (OutputLine line : new TreeSet<>(pins.outputs().keySet())) {
        lines.request(line, pins.number(line));
      }
      for (InputLine line : new TreeSet<>(pins.inputs().keySet())) {
        lines.request(line, pins.number(line));
      }
      return lines;
    } catch (LinesException e) {
      lines.close();
      throw e;
    }
  }

  @Override
  public boolean debounced() {
    return provider.debounces();
  }

  @Override
  public boolean drives(OutputLine line) {
    return outputs.containsKey(line);
  }

  @Override
  public void set(OutputLine line, boolean high) throws LinesException {
    DigitalOutput output = outputs.get(line);
    if (output == null) {
      throw new LinesException("output " + line.key() + " is not open");
    }
    try {
      output.setState(high);
    } catch (Pi4JException e) {
      throw new LinesException("output " + line.key() + " cannot be driven", e);
    }
  }

  @Override
  public void close() {
    closed = true;
    for (OutputLine line : OutputLine.values()) {
      rest(line);
    }
    outputs.clear();
    try {
      context.shutdown();
    } finally {
      provider.close();
    }
  }

  /** A lost line is at rest already as far as anybody can tell; the others still get their turn. */
  private void rest(OutputLine line) {
    if (outputs.containsKey(line)) {
      try {
        set(line, false);
      } catch (LinesException lost) {
        outputs.remove(line);
      }
    }
  }

  private void request(OutputLine line, int number) throws LinesException {
    try {
      outputs.put(
          line,
          context.create(
              DigitalOutputConfigBuilder.newInstance(context)
                  .id(line.key())
                  .bcm(number)
                  .initial(DigitalState.LOW)
                  .build()));
    } catch (Pi4JException e) {
      throw new LinesException("output " + line.key() + " (line " + number + ") " + why(e), e);
    }
  }

  private void request(InputLine line, int number) throws LinesException {
    try {
      DigitalInput input =
          context.create(
              DigitalInputConfigBuilder.newInstance(context).id(line.key()).bcm(number).build());
      input.addListener(_ -> report(line, input));
      report(line, input);
    } catch (Pi4JException e) {
      throw new LinesException("input " + line.key() + " (line " + number + ") " + why(e), e);
    }
  }

  /** Reads under the lock, so that the last report of a line is never an older value. */
  private void report(InputLine line, DigitalInput input) {
    if (closed) {
      return;
    }
    synchronized (reporting) {
      listener.changed(
          line,
          switch (input.state()) {
            case HIGH -> Level.HIGH;
            case LOW -> Level.LOW;
            case UNKNOWN -> Level.UNKNOWN;
          });
    }
  }

  private static String why(Pi4JException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return "cannot be requested: " + cause.getMessage();
  }
}
