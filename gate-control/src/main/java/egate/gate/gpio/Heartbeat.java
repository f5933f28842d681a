package egate.gate.gpio;

import java.time.Duration;

/**
 * The square wave by which the relay board knows that the loop is alive: the loop itself drives it,
 * so it stops whenever the loop does.
 *
 * @param interval time between two edges
 * @param due monotonic time of the next edge
 * @param level what the line shows until then
 */
public record Heartbeat(Duration interval, Duration due, boolean level) {

  /** A heart whose first beat is due now. */
  public static Heartbeat starting(Duration interval, Duration now) {
    return new Heartbeat(interval, now, false);
  }

  /**
   * The shortest silence after which a relay board drops the locks; the longest is 500 ms. In
   * between nobody knows, so that from here on they count as dropped.
   */
  public static final Duration SILENCE = Duration.ofMillis(400);

  /** Whether the line has not changed for {@link #SILENCE}. */
  public boolean silent(Duration now) {
    return now.minus(due.minus(interval)).compareTo(SILENCE) >= 0;
  }

  public boolean isDue(Duration now) {
    return now.compareTo(due) >= 0;
  }

  /** After an edge; beats that were missed are not caught up with. */
  public Heartbeat beaten(Duration now) {
    return new Heartbeat(interval, now.plus(interval), !level);
  }
}
