package egate.gate.gpio.chip;

import egate.gate.gpio.Bias;
import egate.gate.gpio.Wire;

/**
 * One line of a request.
 *
 * @param key what the profile calls it
 * @param number its number on the chip
 * @param debounced whether the request's debounce is for it
 */
record RequestedLine(String key, int number, Wire wire, boolean debounced) {

  /** The flags in which it may differ from the others of its request. */
  long ownFlags() {
    return (wire.activeLow() ? Abi.ACTIVE_LOW : 0) | bias(wire.bias());
  }

  private static long bias(Bias bias) {
    return switch (bias) {
      case AS_IS -> 0;
      case DISABLED -> Abi.BIAS_DISABLED;
      case PULL_UP -> Abi.BIAS_PULL_UP;
      case PULL_DOWN -> Abi.BIAS_PULL_DOWN;
    };
  }
}
