package egate.gate;

/**
 * Whose hand gave an order, and why.
 *
 * @param who a staff number, 1..16 of {@code A-Z 0-9 -}; never a name
 */
public record Hand(String who, Why why) {
  private static final int WHO_MAX = 16;

  /**
   * Why somebody orders something; a fixed list, for free text would sooner or later hold names.
   */
  public enum Why {
    /** A key switch asks no questions. */
    KEY_SWITCH,
    TRAVELLER_ASKED,
    TRAVELLER_NEEDS_HELP,
    SUSPICION,
    DISTURBANCE,
    FAULT,
    REPAIR,
    TEST,
    SHIFT
  }

  /** Whoever has the key. */
  public static final Hand KEY = new Hand("KEY-SWITCH", Why.KEY_SWITCH);

  /** The traveller, who may ask for more time and for nothing else. */
  public static final Hand TRAVELLER = new Hand("TRAVELLER", Why.TRAVELLER_ASKED);

  public Hand {
    if (who.isEmpty() || who.length() > WHO_MAX || !who.chars().allMatch(Hand::allowed)) {
      throw new IllegalArgumentException("who is not 1.." + WHO_MAX + " of A-Z, 0-9 and -");
    }
  }

  private static boolean allowed(int c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  }
}
