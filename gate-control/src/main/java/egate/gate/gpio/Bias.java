package egate.gate.gpio;

import java.util.Locale;

/** The resistor that holds an input which nothing drives. */
public enum Bias {
  /** As the board's firmware left it. */
  AS_IS,
  DISABLED,
  PULL_UP,
  PULL_DOWN;

  /** The profile's name for it, such as {@code pull-up}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
