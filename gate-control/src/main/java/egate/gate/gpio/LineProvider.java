package egate.gate.gpio;

import com.pi4j.io.gpio.digital.DigitalInputProvider;
import com.pi4j.io.gpio.digital.DigitalOutputProvider;
import java.time.Duration;
import java.util.List;

/**
 * A driver for GPIO lines, found by name and never by luck: the profile says which one is used.
 *
 * <p>Implementations are found through {@link java.util.ServiceLoader}; the simulated one lies in a
 * jar of the simulator's that the gate's package does not have.
 */
public interface LineProvider extends AutoCloseable {

  /** The name by which a profile asks for it. */
  String name();

  /** Whether doors behind it are not real; refused on a production profile. */
  boolean simulated();

  /** Whether what it reports has been steady for the time that it was opened with. */
  boolean debounces();

  /**
   * Opens the driver and takes all lines for itself, outputs first and low, so that there is no
   * moment in which a door is undefined.
   *
   * @param chip what the profile calls the chip: a label, or for the simulated one a socket's path
   * @param debounce for how long an input must be steady, of a driver that debounces; the emergency
   *     line never is debounced
   * @return the numbers of the lines on that chip
   * @throws java.io.IOException when the chip or a line is missing or busy; the message names it
   */
  GatePins open(String chip, GateWiring wiring, Duration debounce) throws java.io.IOException;

  /**
   * Asks the chip about the lines without taking any.
   *
   * @return one line for each that is missing or busy
   * @throws java.io.IOException when the chip is missing or may not be opened
   */
  default List<String> probe(String chip, GateWiring wiring) throws java.io.IOException {
    return List.of();
  }

  /**
   * The same at every call. Like all of Pi4J's it adds what it creates to its context's registry,
   * which initialises it. An input knows its value once it is created; one whose line is lost says
   * {@code UNKNOWN}.
   */
  DigitalInputProvider inputs();

  /** As {@link #inputs}; an output whose line is lost throws when it is set. */
  DigitalOutputProvider outputs();

  @Override
  void close();
}
