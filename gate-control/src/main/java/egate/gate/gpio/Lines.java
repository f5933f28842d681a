package egate.gate.gpio;

/** The gate's lines: inputs arrive as events, outputs are set. */
public interface Lines extends AutoCloseable {

  /**
   * Hears inputs: each line's first value when the lines are opened, then every change, raw. Called
   * from the driver's threads, so it only passes on.
   */
  @FunctionalInterface
  interface Listener {
    void changed(InputLine line, Level level);
  }

  /** Whether inputs other than the emergency line arrive debounced already. */
  default boolean debounced() {
    return false;
  }

  /** Whether the gate has an output; one without an entry has no lock there. */
  default boolean drives(OutputLine line) {
    return true;
  }

  /**
   * Drives an output.
   *
   * @throws LinesException when the line is lost
   */
  void set(OutputLine line, boolean high) throws LinesException;

  /** Drives every output low, locks first, and gives the lines back. */
  @Override
  void close();
}
