package egate.simulator.chip;

import egate.simulator.chip.Misbehaviour.Fault;

/**
 * How a chip departs from the most capable one.
 *
 * @param misbehaviour what it does against the standard
 * @param leMax most bytes that READ BINARY may ask it for, 1..65,536; a command that names more is
 *     answered with 6700
 * @param readMax most bytes that it returns, however many it was asked for, 1..65,536
 * @param extendedLength whether it takes commands of extended length
 */
public record Behaviour(Misbehaviour misbehaviour, int leMax, int readMax, boolean extendedLength) {
  private static final int LE_MAX = 65_536;
  private static final Behaviour CAPABLE = new Behaviour(Misbehaviour.NONE, LE_MAX, LE_MAX, true);

  public Behaviour {
    if (leMax < 1 || leMax > LE_MAX || readMax < 1 || readMax > LE_MAX) {
      throw new IllegalArgumentException("Le " + leMax + ", reads " + readMax);
    }
  }

  /** Stays, and takes whatever ISO/IEC 7816-4 can express. */
  public static Behaviour capable() {
    return CAPABLE;
  }

  /** Pulled away in mid-read: the chip leaves the field once, after so many commands. */
  public Behaviour leavingAfter(int commands) {
    return misbehaving(new Misbehaviour(Fault.LEAVES, commands, 1));
  }

  /** Does this wrong. */
  public Behaviour misbehaving(Misbehaviour wrong) {
    return new Behaviour(wrong, leMax, readMax, extendedLength);
  }

  /** So many bytes may be asked for; up to 256, short commands only as well. */
  public Behaviour withLeMax(int bytes) {
    return new Behaviour(misbehaviour, bytes, readMax, bytes > 256);
  }

  /** So many bytes are returned, and 9000, although more were asked for. */
  public Behaviour withShortReads(int bytes) {
    return new Behaviour(misbehaviour, leMax, bytes, extendedLength);
  }
}
