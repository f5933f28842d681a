package egate.gate.gpio;

import java.util.Locale;

/**
 * A line is no longer believed, or is believed again.
 *
 * @param begins false once the line behaves
 */
public record SensorFault(InputLine line, Kind kind, boolean begins) {

  /** What is wrong with a line. */
  public enum Kind {
    /** The driver no longer has it. */
    LOST,
    /** It does not come to rest, or changes more often than people and doors can. */
    BOUNCING,
    /** Its twin moved and it did not; or a button is pressed for longer than anybody presses. */
    STUCK,
    /** The two lines never agreed since the start, so that nobody knows which one lies. */
    CONTRADICTORY,
    /** It tells of somebody who came or went while all doors were closed. */
    IMPOSSIBLE,
    /** The cabinet is open. */
    OPENED;

    /** The name under which it goes on record, such as {@code bouncing}. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
