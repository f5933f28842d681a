package egate.daemon;

import egate.gate.gpio.InputLine;
import egate.gate.gpio.Level;

/** What the loop waits for, besides time. */
sealed interface LoopEvent {

  /** An input line has a first or another value, raw. */
  record Line(InputLine line, Level level) implements LoopEvent {}

  /** A bridge did something. */
  record OfBridge(BridgeEvent event) implements LoopEvent {}

  /** Whether this one overtakes the others: people must get out first. */
  default boolean urgent() {
    return this instanceof Line(InputLine line, _) && line == InputLine.EMERGENCY;
  }
}
