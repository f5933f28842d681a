package egate.gate.gpio;

import egate.gate.Contact;
import egate.gate.Occupancy;

/** What two lines say together. Two that contradict each other, or a silent one, say nothing. */
final class Channels {
  private Channels() {}

  static Contact contact(Level closed, Level open) {
    if (closed == Level.HIGH && open == Level.LOW) {
      return Contact.CLOSED;
    }
    return closed == Level.LOW && open == Level.HIGH ? Contact.OPEN : Contact.UNKNOWN;
  }

  /** A sensor that cannot tell an object from a person never says that there is one. */
  static Occupancy occupancy(Level empty, Level several, Level object) {
    if (empty == Level.UNKNOWN || several == Level.UNKNOWN || object == Level.UNKNOWN) {
      return Occupancy.UNKNOWN;
    }
    if (object == Level.HIGH) {
      return empty == Level.LOW && several == Level.LOW ? Occupancy.OBJECT : Occupancy.UNKNOWN;
    }
    if (empty == Level.HIGH) {
      return several == Level.LOW ? Occupancy.EMPTY : Occupancy.UNKNOWN;
    }
    return several == Level.LOW ? Occupancy.ONE : Occupancy.SEVERAL;
  }
}
