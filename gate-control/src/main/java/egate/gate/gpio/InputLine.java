package egate.gate.gpio;

import java.util.Locale;

/** What the gate senses; a door's contact and the zone are sensed by two lines each. */
public enum InputLine {
  ENTRY_CLOSED,
  ENTRY_OPEN,
  EXIT_CLOSED,
  EXIT_OPEN,
  ZONE_EMPTY,
  ZONE_SEVERAL,
  EMERGENCY;

  /** The profile's name for it, such as {@code entry-closed}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
