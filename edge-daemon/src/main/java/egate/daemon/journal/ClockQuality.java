package egate.daemon.journal;

/**
 * How far the wall clock beside an entry can be trusted. What came before what is told by the
 * entries' order alone.
 */
public enum ClockQuality {
  /** The kernel's clock is disciplined by a time source. */
  SYNCHRONISED(1),
  /** It runs by itself: set once, or kept by a battery. */
  FREE_RUNNING(2),
  /** It stands before something that has happened already, so it is wrong. */
  IMPLAUSIBLE(3),
  /** Nobody could say. */
  UNKNOWN(4);

  private final byte code;

  ClockQuality(int code) {
    this.code = (byte) code;
  }

  /** Part of the stored format; never changes its meaning. */
  byte code() {
    return code;
  }

  static ClockQuality of(byte code) throws MalformedEntryException {
    for (ClockQuality quality : values()) {
      if (quality.code == code) {
        return quality;
      }
    }
    throw new MalformedEntryException("with the unknown clock quality " + code);
  }
}
