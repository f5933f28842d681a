package egate.simulator;

import egate.gate.Door;
import egate.gate.gpio.GatePins;
import egate.gate.gpio.OutputLine;
import egate.simulator.board.BoardListener;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * Watches the locks themselves, knowing nothing of the gate: never both at once in service, none
 * between a restart and the next traveller, all at rest soon after the daemon's death.
 */
final class DoorWatch implements BoardListener {
  private final GatePins pins;
  private final EnumSet<Door> unlocked = EnumSet.noneOf(Door.class);
  private final List<String> breaches = new ArrayList<>();
  private boolean emergency;
  private boolean nobodyMayPass;
  private long killedNanos;
  private long restMillis;

  DoorWatch(GatePins pins) {
    this.pins = pins;
  }

  /** The emergency releases both doors. */
  synchronized void emergency(boolean active) {
    emergency = active;
  }

  /**
   * The daemon is dead: both locks are to drop, and stay so until the next traveller.
   *
   * @param nanos when it was killed
   */
  synchronized void killed(long nanos) {
    killedNanos = nanos;
    nobodyMayPass = true;
  }

  /** The gate is ready for the next traveller. */
  synchronized void ready() {
    nobodyMayPass = false;
  }

  synchronized boolean atRest() {
    return unlocked.isEmpty();
  }

  synchronized List<String> breaches() {
    return List.copyOf(breaches);
  }

  /** Longest time from a kill of the daemon until both locks were at rest, 0 without one. */
  synchronized long restMillis() {
    return restMillis;
  }

  @Override
  public synchronized void relay(int line, boolean pulled, long nanos) {
    for (Door door : Door.values()) {
      if (pins.number(OutputLine.of(door)) == line) {
        moved(door, pulled, nanos);
      }
    }
  }

  private void moved(Door door, boolean pulled, long nanos) {
    if (!pulled) {
      unlocked.remove(door);
      if (nobodyMayPass && unlocked.isEmpty()) {
        restMillis = Math.max(restMillis, (nanos - killedNanos) / 1_000_000);
      }
      return;
    }
    unlocked.add(door);
    if (unlocked.size() > 1 && !emergency) {
      breaches.add("both doors unlocked in service");
    }
    if (nobodyMayPass) {
      breaches.add(door + " unlocked after a restart");
    }
  }
}
