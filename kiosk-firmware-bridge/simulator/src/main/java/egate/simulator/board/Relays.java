package egate.simulator.board;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The lock relays: a relay pulls on its line's rising edge while the heartbeat is alive, and drops
 * when the line falls or the heartbeat falls silent. A line that was high all the time pulls
 * nothing when the heartbeat comes back: an opening command does not outlive a stopped daemon.
 */
final class Relays {
  private final int heartbeat;
  private final Set<Integer> locks;
  private final long silenceNanos;
  private final Map<Integer, Boolean> levels = new HashMap<>();
  private final Set<Integer> pulled = new HashSet<>();
  private long lastEdgeNanos;
  private boolean beating;

  Relays(int heartbeat, Set<Integer> locks, long silenceNanos) {
    this.heartbeat = heartbeat;
    this.locks = locks;
    this.silenceNanos = silenceNanos;
  }

  /** A line has this level from now on. */
  void drive(int line, boolean high, long nowNanos) {
    tick(nowNanos);
    boolean before = level(line);
    levels.put(line, high);
    if (line == heartbeat && high != before) {
      lastEdgeNanos = nowNanos;
      beating = true;
    }
    if (!high) {
      pulled.remove(line);
    } else if (!before && locks.contains(line) && beating) {
      pulled.add(line);
    }
  }

  /** Time went on; true when the heartbeat has just fallen silent, which drops every relay. */
  boolean tick(long nowNanos) {
    boolean fallsSilent = beating && nowNanos - lastEdgeNanos >= silenceNanos;
    if (fallsSilent) {
      beating = false;
      pulled.clear();
    }
    return fallsSilent;
  }

  boolean level(int line) {
    return levels.getOrDefault(line, false);
  }

  Set<Integer> pulled() {
    return Set.copyOf(pulled);
  }
}
