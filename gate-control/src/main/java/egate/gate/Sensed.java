package egate.gate;

/**
 * What the sensors said last. A door that a topology does not have counts as closed for ever, and a
 * zone that it does not have as empty.
 *
 * @param emergency whether the emergency input is active
 */
public record Sensed(Contact entry, Contact exit, Occupancy zone, boolean emergency) {

  /** Nothing heard yet: nothing that is there counts as safe. */
  static Sensed nothing(Topology topology) {
    return new Sensed(
        topology.doors().contains(Door.ENTRY) ? Contact.UNKNOWN : Contact.CLOSED,
        topology.doors().contains(Door.EXIT) ? Contact.UNKNOWN : Contact.CLOSED,
        topology.zone() ? Occupancy.UNKNOWN : Occupancy.EMPTY,
        false);
  }

  Contact of(Door door) {
    return switch (door) {
      case ENTRY -> entry;
      case EXIT -> exit;
    };
  }

  /** All doors closed. */
  boolean closed() {
    return entry == Contact.CLOSED && exit == Contact.CLOSED;
  }

  /** All doors closed and nobody and nothing in the zone. */
  boolean empty() {
    return closed() && zone == Occupancy.EMPTY;
  }

  Sensed with(Door door, Contact contact) {
    return switch (door) {
      case ENTRY -> new Sensed(contact, exit, zone, emergency);
      case EXIT -> new Sensed(entry, contact, zone, emergency);
    };
  }

  Sensed with(Occupancy occupancy) {
    return new Sensed(entry, exit, occupancy, emergency);
  }

  Sensed with(boolean emergencyActive) {
    return new Sensed(entry, exit, zone, emergencyActive);
  }
}
