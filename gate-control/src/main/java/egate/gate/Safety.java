package egate.gate;

/** What a phase demands of doors and zone, and the cause when it is not so. */
final class Safety {
  private Safety() {}

  /**
   * As before a traveller: doors closed, and nobody between two of them. Before a single door
   * people may stand, and a kiosk has nothing that could be otherwise.
   */
  static boolean clear(Topology topology, Sensed sensed) {
    return switch (topology) {
      case INTEGRATED_TWO_STEP, ONE_STEP -> sensed.empty();
      case SINGLE_DOOR ->
          sensed.closed()
              && switch (sensed.zone()) {
                case EMPTY, ONE, SEVERAL -> true;
                case OBJECT, UNKNOWN -> false;
              };
      case KIOSK_WITH_OFFICER -> true;
    };
  }

  /** While the document is read, and while the traveller outside is compared. */
  static Referral outside(GateState state) {
    return switch (state.topology()) {
      case INTEGRATED_TWO_STEP, ONE_STEP -> empty(state.sensed());
      case SINGLE_DOOR, KIOSK_WITH_OFFICER -> closed(state.sensed().exit());
    };
  }

  /** While the traveller is compared. */
  static Referral identifying(GateState state) {
    return state.topology() == Topology.INTEGRATED_TWO_STEP
        ? onePerson(state.sensed())
        : outside(state);
  }

  /** Before the exit opens: exactly one person, and nobody behind. */
  static Referral leaving(GateState state) {
    return onePerson(state.sensed());
  }

  /**
   * At most one person while the other door is closed. An unknown zone is borne here, for it passes
   * by while people move; it never counts as one person or as nobody.
   */
  static Referral passing(Sensed sensed, Door other) {
    boolean several = sensed.zone() == Occupancy.SEVERAL;
    return worse(closed(sensed.of(other)), several ? Referral.MORE_THAN_ONE_PERSON : Referral.NONE);
  }

  /** Nobody between two closed doors. */
  private static Referral empty(Sensed sensed) {
    return worse(worse(closed(sensed.entry()), closed(sensed.exit())), nobody(sensed.zone()));
  }

  /** One person between two closed doors. */
  private static Referral onePerson(Sensed sensed) {
    return worse(worse(closed(sensed.entry()), closed(sensed.exit())), alone(sensed.zone()));
  }

  private static Referral closed(Contact lockedDoor) {
    return switch (lockedDoor) {
      case CLOSED -> Referral.NONE;
      case OPEN -> Referral.DOOR_FORCED;
      case UNKNOWN -> Referral.SENSOR_UNSAFE;
    };
  }

  /** Neither a person nor a thing can appear behind closed doors: the sensor is wrong. */
  private static Referral nobody(Occupancy zone) {
    return switch (zone) {
      case EMPTY -> Referral.NONE;
      case SEVERAL -> Referral.MORE_THAN_ONE_PERSON;
      case ONE, OBJECT, UNKNOWN -> Referral.SENSOR_UNSAFE;
    };
  }

  /** Nor can one vanish or turn into a thing. */
  private static Referral alone(Occupancy zone) {
    return switch (zone) {
      case ONE -> Referral.NONE;
      case SEVERAL -> Referral.MORE_THAN_ONE_PERSON;
      case EMPTY, OBJECT, UNKNOWN -> Referral.SENSOR_UNSAFE;
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
