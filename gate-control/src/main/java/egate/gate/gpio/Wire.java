package egate.gate.gpio;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * How one of the gate's lines is wired to the chip.
 *
 * @param line the name that the kernel knows the chip's line by, or its number in decimal digits
 * @param activeLow whether the wire is low while the line is said to be high
 * @param bias the resistor of an input; {@link Bias#AS_IS} for an output
 */
public record Wire(String line, boolean activeLow, Bias bias) {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

  /** A wire that is active high and has no resistor of its own. */
  public static Wire to(int number) {
    return new Wire(Integer.toString(number), false, Bias.AS_IS);
  }

  /** The line's number, where it is given by number. */
  public OptionalInt number() {
    return NUMBER.matcher(line).matches()
        ? OptionalInt.of(Integer.parseInt(line))
        : OptionalInt.empty();
  }
}
