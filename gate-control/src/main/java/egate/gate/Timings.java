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
 */
public record Timings(
    Duration document,
    Duration entering,
    Duration closing,
    Duration identifying,
    Duration leaving,
    Duration officer,
    Duration ending) {

  private static final Duration MOST = Duration.ofMinutes(10);

  public Timings {
    for (Duration d :
        new Duration[] {document, entering, closing, identifying, leaving, officer, ending}) {
      if (!d.isPositive() || d.compareTo(MOST) > 0) {
        throw new IllegalArgumentException("a timing of " + d + " is outside 0..10 minutes");
      }
    }
  }
}
