package egate.gate;

/**
 * What the sensors said last.
 *
 * @param emergency whether the emergency input is active
 */
public record Sensed(Contact entry, Contact exit, Occupancy zone, boolean emergency) {

  /** Nothing heard yet: nothing counts as safe. */
  static final Sensed NOTHING =
      new Sensed(Contact.UNKNOWN, Contact.UNKNOWN, Occupancy.UNKNOWN, false);

  Contact of(Door door) {
    return switch (door) {
      case ENTRY -> entry;
      case EXIT -> exit;
    };
  }

  /** Both doors closed and nobody between them. */
  boolean clear() {
    return entry == Contact.CLOSED && exit == Contact.CLOSED && zone == Occupancy.EMPTY;
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
