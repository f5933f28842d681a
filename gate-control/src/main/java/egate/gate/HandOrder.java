package egate.gate;

import java.util.Locale;

/** What somebody at the gate orders by hand: an officer, or a technician in maintenance. */
public sealed interface HandOrder {

  /** The name under which it goes on record, such as {@code release_back}. */
  default String key() {
    return switch (this) {
      case Officer officer -> officer.name().toLowerCase(Locale.ROOT);
      case Maintenance(boolean on) -> on ? "maintenance_on" : "maintenance_off";
      case JogDoor(Door door) -> "jog_" + door.name().toLowerCase(Locale.ROOT);
      case JogLamp(Lamp lamp) -> "light_" + lamp.name().toLowerCase(Locale.ROOT);
    };
  }

  /** What an officer orders, by key switch or at the desk. */
  enum Officer implements HandOrder {
    /** Let whoever is inside back out through the entry; never through the exit. */
    RELEASE_BACK,
    /** End the passage: the officer decides. */
    REFER,
    /** Serve nobody and let nobody through until {@link #RESUME}. */
    HOLD,
    /** End a hold, or put the gate back into service. */
    RESUME,
    /** Serve nobody after the present traveller. */
    TAKE_OUT_OF_SERVICE,
    /** Give this traveller, or the next one, more time. */
    EXTEND_TIME
  }

  /** Hand the gate to a technician after the present traveller, or take it back. */
  record Maintenance(boolean on) implements HandOrder {}

  /** Unlock one door for a moment: in maintenance and with nobody inside only. */
  record JogDoor(Door door) implements HandOrder {}

  /** Light one lamp for a moment: in maintenance only. */
  record JogLamp(Lamp lamp) implements HandOrder {}
}
