package egate.daemon.journal;

/** What the kernel knows of its wall clock, by adjtimex(2). */
public final class KernelClock {
  /** TIME_ERROR: nothing disciplines the clock. */
  private static final int NOT_SYNCHRONISED = 5;

  private KernelClock() {}

  /** How far the wall clock can be trusted now; a call of a microsecond. */
  public static ClockQuality quality() {
    int state = Posix.clockState();
    if (state < 0) {
      return ClockQuality.UNKNOWN;
    }
    return state == NOT_SYNCHRONISED ? ClockQuality.FREE_RUNNING : ClockQuality.SYNCHRONISED;
  }
}
