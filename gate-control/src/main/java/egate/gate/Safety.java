package egate.gate;

/** What a phase demands of doors and zone, and the cause when it is not so. */
final class Safety {
  private Safety() {}

  /** Nobody between two closed doors. */
  static Referral empty(Sensed sensed) {
    return worse(worse(closed(sensed.entry()), closed(sensed.exit())), nobody(sensed.zone()));
  }

  /** One person between two closed doors. */
  static Referral onePerson(Sensed sensed) {
    return worse(worse(closed(sensed.entry()), closed(sensed.exit())), alone(sensed.zone()));
  }

  /**
   * At most one person while the other door is closed. An unknown zone is borne here, for it passes
   * by while people move; it never counts as one person or as nobody.
   */
  static Referral passing(Sensed sensed, Door other) {
    boolean several = sensed.zone() == Occupancy.SEVERAL;
    return worse(closed(sensed.of(other)), several ? Referral.MORE_THAN_ONE_PERSON : Referral.NONE);
  }

  private static Referral closed(Contact lockedDoor) {
    return switch (lockedDoor) {
      case CLOSED -> Referral.NONE;
      case OPEN -> Referral.DOOR_FORCED;
      case UNKNOWN -> Referral.SENSOR_UNSAFE;
    };
  }

  /** A person cannot appear behind closed doors: the sensor is wrong. */
  private static Referral nobody(Occupancy zone) {
    return switch (zone) {
      case EMPTY -> Referral.NONE;
      case SEVERAL -> Referral.MORE_THAN_ONE_PERSON;
      case ONE, UNKNOWN -> Referral.SENSOR_UNSAFE;
    };
  }

  /** Nor can one vanish. */
  private static Referral alone(Occupancy zone) {
    return switch (zone) {
      case ONE -> Referral.NONE;
      case SEVERAL -> Referral.MORE_THAN_ONE_PERSON;
      case EMPTY, UNKNOWN -> Referral.SENSOR_UNSAFE;
    };
  }

  /** The cause that comes first in the written order; none comes last. */
  private static Referral worse(Referral a, Referral b) {
    if (a == Referral.NONE) {
      return b;
    }
    return b == Referral.NONE || a.compareTo(b) <= 0 ? a : b;
  }
}
