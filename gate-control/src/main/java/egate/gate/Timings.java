package egate.gate;

import java.time.Duration;

/**
 * How long each state may last. Each is more than zero and at most ten minutes.
 *
 * @param document from the first sight of a document to its verdict
 * @param entering from the unlocking of the entry until one person is inside
 * @param closing for a door to fall closed behind the traveller
 * @param identifying from the order to capture to the verdict on the traveller
 * @param leaving from the unlocking of the exit until the zone is empty
 * @param officer how long a referral is shown before the gate looks whether the zone is empty
 * @param ending for the bridge to clear the devices and die
 * @param attention how long a gate that serves nobody waits before it sees to its outputs and calls
 *     the officer once more
 * @param hold how long an officer may hold the gate before it goes out of service by itself
 * @param jog how long a technician's jog moves or lights something
 * @param extendedPercent what a traveller in extended time is given of the times above up to {@code
 *     leaving}, 100..500 percent (EN 301 549 clause 11.2.2.1, timing adjustable)
 */
public record Timings(
    Duration document,
    Duration entering,
    Duration closing,
    Duration identifying,
    Duration leaving,
    Duration officer,
    Duration ending,
    Duration attention,
    Duration hold,
    Duration jog,
    int extendedPercent) {

  private static final Duration MOST = Duration.ofMinutes(10);
  private static final int ALL = 100;
  private static final int MOST_PERCENT = 500;

  public Timings {
    for (Duration d :
        new Duration[] {
          document, entering, closing, identifying, leaving, officer, ending, attention, hold, jog
        }) {
      if (!d.isPositive() || d.compareTo(MOST) > 0) {
        throw new IllegalArgumentException("a timing of " + d + " is outside 0..10 minutes");
      }
    }
    if (extendedPercent < ALL || extendedPercent > MOST_PERCENT) {
      throw new IllegalArgumentException("an extension to " + extendedPercent + " % is impossible");
    }
  }

  /** A time as a traveller in extended time is given it. */
  Duration extended(Duration time) {
    return time.multipliedBy(extendedPercent).dividedBy(ALL);
  }
}
