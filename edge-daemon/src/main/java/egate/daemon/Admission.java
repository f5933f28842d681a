package egate.daemon;

import egate.report.GuidanceCode;
import egate.report.Report;

/**
 * Keeps travellers out while the record has no room for another result: the passage under way goes
 * to its end, then no bridge is offered to the gate, whose lamps say <em>wait</em>.
 */
final class Admission {
  /** What the loop does about the bridge that serves. */
  enum Step {
    /** Nothing. */
    NONE,
    /** Offer it to the gate. */
    OFFER,
    /**
     * End it: the gate must not begin with it, or it has seen a document that nobody will judge.
     */
    END
  }

  private boolean heldBack;
  private boolean ending;

  /** Whether the gate is to hear of a notice. */
  boolean lets(Notice notice, boolean full) {
    return switch (notice) {
      case Notice.Serves _ -> serves(full);
      case Notice.Gone _ -> gone();
      case Notice.Said _ -> !heldBack;
    };
  }

  private boolean serves(boolean full) {
    ending = false;
    heldBack = full;
    return !full;
  }

  private boolean gone() {
    heldBack = false;
    ending = false;
    return true;
  }

  /** What follows from a notice that was kept from the gate. */
  Step kept(Notice notice) {
    boolean document =
        notice instanceof Notice.Said(Report.Guidance(GuidanceCode code))
            && code == GuidanceCode.HOLD_DOCUMENT;
    return document ? Step.END : Step.NONE;
  }

  /**
   * What follows from the room that there is now.
   *
   * @param idle whether the gate waits for a traveller
   */
  Step room(boolean full, boolean idle) {
    if (heldBack && !full) {
      heldBack = false;
      return Step.OFFER;
    }
    if (full && idle && !ending) {
      ending = true;
      return Step.END;
    }
    return Step.NONE;
  }
}
