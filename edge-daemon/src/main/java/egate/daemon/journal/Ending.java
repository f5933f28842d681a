package egate.daemon.journal;

import egate.gate.Outcome;
import egate.gate.Referral;

/**
 * How a passage ended.
 *
 * @param sequence the result's, one above {@link Recovery#lastSequence}
 * @param wallMillis when it ended, on the wall clock
 * @param cause {@link Referral#NONE} exactly where the outcome is {@link Outcome#PASSED}
 * @param offline whether upstream could not be reached at that time
 */
public record Ending(
    long sequence, long wallMillis, Outcome outcome, Referral cause, boolean offline) {
  public Ending {
    if ((outcome == Outcome.PASSED) != (cause == Referral.NONE)) {
      throw new IllegalArgumentException(outcome + " because of " + cause);
    }
  }
}
