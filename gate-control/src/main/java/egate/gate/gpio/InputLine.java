package egate.gate.gpio;

import egate.gate.Door;
import egate.gate.Topology;
import java.util.Locale;

/** What the gate senses; a door's contact and the zone are sensed by two lines each. */
public enum InputLine {
  ENTRY_CLOSED,
  ENTRY_OPEN,
  EXIT_CLOSED,
  EXIT_OPEN,
  ZONE_EMPTY,
  ZONE_SEVERAL,
  EMERGENCY,
  /** Something in the zone is no person, of a sensor that can tell. */
  ZONE_OBJECT,
  /** The cabinet is open. */
  TAMPER,
  /** Something lies in the document reader. */
  DOCUMENT_PRESENT,
  /** The officer's button: let whoever is inside back out. */
  KEY_RELEASE_BACK,
  /** The officer's button: end the passage. */
  KEY_REFER,
  /** The officer's switch: hold the gate for as long as it is turned. */
  KEY_HOLD,
  /** The officer's switch: out of service for as long as it is turned. */
  KEY_OUT_OF_SERVICE,
  /** The technician's switch. */
  KEY_MAINTENANCE,
  /** The traveller's button: more time, for this traveller or the next. */
  MORE_TIME;

  /** The profile's name for it, such as {@code entry-closed}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether a gate that is built like this has the line. */
  public Presence in(Topology topology) {
    return switch (this) {
      case ENTRY_CLOSED, ENTRY_OPEN -> Presence.neededIf(topology.doors().contains(Door.ENTRY));
      case EXIT_CLOSED, EXIT_OPEN -> Presence.neededIf(topology.doors().contains(Door.EXIT));
      case ZONE_EMPTY, ZONE_SEVERAL -> Presence.neededIf(topology.zone());
      case ZONE_OBJECT -> topology.zone() ? Presence.OPTIONAL : Presence.NONE;
      case KEY_RELEASE_BACK -> topology.mantrap() ? Presence.OPTIONAL : Presence.NONE;
      case EMERGENCY -> topology.doors().isEmpty() ? Presence.OPTIONAL : Presence.NEEDED;
      case TAMPER,
          DOCUMENT_PRESENT,
          KEY_REFER,
          KEY_HOLD,
          KEY_OUT_OF_SERVICE,
          KEY_MAINTENANCE,
          MORE_TIME ->
          Presence.OPTIONAL;
    };
  }
}
