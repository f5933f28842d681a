package egate.gate.gpio;

import com.pi4j.io.gpio.digital.DigitalInputProvider;
import com.pi4j.io.gpio.digital.DigitalOutputProvider;

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

  /**
   * Opens the driver.
   *
   * @param chip what the profile calls the chip: a label, or for the simulated one a socket's path
   * @throws java.io.IOException when the chip is missing or busy; the message names it
   */
  void open(String chip) throws java.io.IOException;

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
