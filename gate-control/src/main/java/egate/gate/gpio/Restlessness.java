package egate.gate.gpio;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether one line has come to rest, is lost, or changes more often than people and doors can. */
final class Restlessness {
  /** A line that has not changed for so long rests. */
  static final Duration REST = Duration.ofMillis(100);

  /** More than twice the longest debounce: whatever has not rested by then is broken. */
  static final Duration UNRESTING_MAX = Duration.ofMillis(500);

  /** So many settled changes within {@link #WINDOW} are a loose contact's, not a door's. */
  static final int CHANGES_MAX = 10;

  static final Duration WINDOW = Duration.ofSeconds(2);

  /** A line that bounced is believed again once it has been quiet for so long. */
  static final Duration QUIET = Duration.ofSeconds(5);

  private final InputLine line;
  private final Deque<Duration> settled = new ArrayDeque<>();
  private @Nullable Duration unrestingSince;
  private Duration lastChange = Duration.ZERO;
  private boolean bounces;
  private boolean lost;

  Restlessness(InputLine line) {
    this.line = line;
  }

  boolean bounces() {
    return bounces;
  }

  /** Whether it has been at rest for so long that nothing more can be found. */
  boolean quiet() {
    return !bounces && settled.isEmpty();
  }

  /** A raw value arrived. */
  Optional<SensorFault> heard(Level raw, Duration now) {
    if (unrestingSince == null || rests(now)) {
      unrestingSince = now;
    }
    lastChange = now;
    boolean before = lost;
    lost = raw == Level.UNKNOWN;
    return before == lost
        ? Optional.empty()
        : Optional.of(new SensorFault(line, SensorFault.Kind.LOST, lost));
  }

  /**
   * Looks at the line after debouncing.
   *
   * @param changed whether its value has just come to count
   */
  Optional<SensorFault> look(boolean changed, Duration now) {
    if (changed) {
      settled.add(now);
    }
    while (!settled.isEmpty() && now.minus(settled.getFirst()).compareTo(WINDOW) > 0) {
      settled.removeFirst();
    }
    return turn(bounces ? now.minus(lastChange).compareTo(QUIET) < 0 : restless(now));
  }

  private boolean restless(Duration now) {
    boolean never =
        unrestingSince != null
            && !rests(now)
            && now.minus(unrestingSince).compareTo(UNRESTING_MAX) >= 0;
    return never || settled.size() >= CHANGES_MAX;
  }

  private boolean rests(Duration now) {
    return now.minus(lastChange).compareTo(REST) >= 0;
  }

  private Optional<SensorFault> turn(boolean restless) {
    boolean before = bounces;
    bounces = restless;
    return before == restless
        ? Optional.empty()
        : Optional.of(new SensorFault(line, SensorFault.Kind.BOUNCING, restless));
  }
}
