package egate.daemon;

import egate.daemon.journal.PassageRecord;
import egate.daemon.journal.Phase;
import egate.gate.GateState;
import java.time.Duration;

/** Times the phases of a passage that happen at the doors. */
final class PassageClock {
  private final Duration begun;
  private Duration phaseBegun;

  PassageClock(Duration begun) {
    this.begun = begun;
    this.phaseBegun = begun;
  }

  /** Notes into the record that the gate left a phase for another one. */
  void moved(GateState.Phase from, GateState.Phase to, Duration now, PassageRecord record) {
    boolean stillEntering = from == GateState.Phase.ENTERING && to == GateState.Phase.CLOSING_ENTRY;
    if (stillEntering) {
      return;
    }
    if (from == GateState.Phase.ENTERING || from == GateState.Phase.CLOSING_ENTRY) {
      record.phase(Phase.ENTER, millis(now.minus(phaseBegun)));
    } else if (from == GateState.Phase.LEAVING) {
      record.phase(Phase.LEAVE, millis(now.minus(phaseBegun)));
    }
    phaseBegun = now;
  }

  void ended(Duration now, PassageRecord record) {
    record.phase(Phase.TOTAL, millis(now.minus(begun)));
  }

  private static int millis(Duration time) {
    return Math.clamp(time.toMillis(), 0, Integer.MAX_VALUE);
  }
}
