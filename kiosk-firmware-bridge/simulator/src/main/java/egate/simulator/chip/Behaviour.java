package egate.simulator.chip;

/**
 * How a chip departs from the most capable one.
 *
 * @param leavesAfterCommands commands it answers, counted over its life, before it leaves the field
 *     once in the midst of the next; {@link #STAYS} for never
 * @param leMax most bytes it returns for one READ BINARY, 1..65,536; a command that names more is
 *     answered with 6700
 * @param extendedLength whether it takes commands of extended length
 */
public record Behaviour(int leavesAfterCommands, int leMax, boolean extendedLength) {
  /** The chip leaves only when the traveller takes it away. */
  public static final int STAYS = Integer.MAX_VALUE;

  private static final int LE_MAX = 65_536;
  private static final Behaviour CAPABLE = new Behaviour(STAYS, LE_MAX, true);

  public Behaviour {
    if (leavesAfterCommands < 0 || leMax < 1 || leMax > LE_MAX) {
      throw new IllegalArgumentException("leaves after " + leavesAfterCommands + ", Le " + leMax);
    }
  }

  /** Stays, and takes whatever ISO/IEC 7816-4 can express. */
  public static Behaviour capable() {
    return CAPABLE;
  }

  /** Pulled away in mid-read: the chip leaves the field once, after so many commands. */
  public Behaviour leavingAfter(int commands) {
    return new Behaviour(commands, leMax, extendedLength);
  }

  /** So many bytes a response; up to 256, short commands only as well. */
  public Behaviour withLeMax(int bytes) {
    return new Behaviour(leavesAfterCommands, bytes, bytes > 256);
  }
}
