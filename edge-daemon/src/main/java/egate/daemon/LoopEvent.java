package egate.daemon;

import egate.gate.Hand;
import egate.gate.HandOrder;
import egate.gate.gpio.InputLine;
import egate.gate.gpio.Level;
import java.util.concurrent.CompletableFuture;

/** What the loop waits for, besides time. */
sealed interface LoopEvent {

  /** An input line has a first or another value, raw. */
  record Line(InputLine line, Level level) implements LoopEvent {}

  /** A bridge did something. */
  record OfBridge(BridgeEvent event) implements LoopEvent {}

  /**
   * Somebody at the officer's desk orders something.
   *
   * @param heeded completed once the order is on record, with whether it was permitted
   */
  record Ordered(HandOrder order, Hand by, CompletableFuture<Boolean> heeded)
      implements LoopEvent {}

  /** Whether this one overtakes the others: people must get out first. */
  default boolean urgent() {
    return this instanceof Line(InputLine line, _) && line == InputLine.EMERGENCY;
  }
}
