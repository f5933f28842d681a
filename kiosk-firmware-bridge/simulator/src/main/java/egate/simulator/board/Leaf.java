package egate.simulator.board;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A door leaf with its contacts. It opens when pushed while its lock's relay is pulled, falls
 * closed some time after the last person has let go, and then is locked unless the relay is still
 * pulled.
 */
final class Leaf {
  private final RelayBoard board;
  private final int unlockLine;
  private final int closedLine;
  private final int openLine;
  private final Duration swing;
  private final ScheduledExecutorService scheduler;
  private int held;
  private boolean open;

  Leaf(
      RelayBoard board,
      int unlockLine,
      int closedLine,
      int openLine,
      Duration swing,
      ScheduledExecutorService scheduler) {
    this.board = board;
    this.unlockLine = unlockLine;
    this.closedLine = closedLine;
    this.openLine = openLine;
    this.swing = swing;
    this.scheduler = scheduler;
    contacts();
  }

  int unlockLine() {
    return unlockLine;
  }

  /** Whether the person who pushes gets it open, and then holds it. */
  boolean push() {
    boolean yields = open || board.relay(unlockLine);
    if (yields) {
      hold();
    }
    return yields;
  }

  /** Tears it open, locked or not. */
  void hold() {
    held++;
    move(true);
  }

  /** Lets go; it falls closed unless somebody else holds it by then. */
  void release(Runnable whenClosed) {
    held--;
    var _ = scheduler.schedule(() -> fall(whenClosed), swing.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void fall(Runnable whenClosed) {
    if (held == 0) {
      move(false);
    }
    whenClosed.run();
  }

  private void move(boolean nowOpen) {
    if (open != nowOpen) {
      open = nowOpen;
      contacts();
    }
  }

  /** One contact breaks before the other makes, as in a switch. */
  private void contacts() {
    board.setInput(open ? closedLine : openLine, false);
    board.setInput(open ? openLine : closedLine, true);
  }
}
