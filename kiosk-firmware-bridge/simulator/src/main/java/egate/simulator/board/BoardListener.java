package egate.simulator.board;

/** Watches the board; called on its scheduler, one call after the other. */
public interface BoardListener {

  /** A host drove an output. */
  default void output(int line, boolean high, long nanos) {}

  /** A lock's relay pulled (unlocked) or dropped (locked). */
  default void relay(int line, boolean pulled, long nanos) {}

  /** The heartbeat has been silent for too long: all relays are at rest from this instant on. */
  default void silent(long nanos) {}
}
