package egate.gate.gpio;

import egate.gate.Occupancy;
import java.time.Duration;
import java.util.Optional;

/**
 * Nobody comes into a mantrap or leaves it while its doors stand still. A zone sensor that says so
 * is not believed until a door has moved: whoever it overlooks must not be locked in with the next.
 */
final class ZoneStory {
  /** A zone sensor may be that much slower than a door's contacts. */
  static final Duration GRACE = Duration.ofSeconds(2);

  private Duration doorMoved = Duration.ZERO;
  private Occupancy last = Occupancy.UNKNOWN;
  private boolean doubted;

  /** A contact of a door changed, however shortly. */
  void doorMoves(Duration now) {
    doorMoved = now;
  }

  /** Whether only a line can change what is believed. */
  boolean quiet() {
    return !doubted;
  }

  /** What the zone sensor says now, as far as it is believed. */
  Occupancy believed(Occupancy said) {
    return doubted ? Occupancy.UNKNOWN : said;
  }

  /**
   * Looks whether the zone can be as it is said to be.
   *
   * @param shut whether all doors are closed
   */
  Optional<SensorFault> look(Occupancy said, boolean shut, Duration now) {
    boolean still = shut && now.minus(doorMoved).compareTo(GRACE) > 0;
    boolean before = doubted;
    doubted = still && (doubted || emptiness(last) * emptiness(said) < 0);
    if (!doubted && said != Occupancy.UNKNOWN) {
      last = said;
    }
    return before == doubted
        ? Optional.empty()
        : Optional.of(new SensorFault(InputLine.ZONE_EMPTY, SensorFault.Kind.IMPOSSIBLE, doubted));
  }

  /** One for empty, minus one for taken, zero where nobody knows. */
  private static int emptiness(Occupancy occupancy) {
    return switch (occupancy) {
      case EMPTY -> 1;
      case ONE, SEVERAL, OBJECT -> -1;
      case UNKNOWN -> 0;
    };
  }
}
