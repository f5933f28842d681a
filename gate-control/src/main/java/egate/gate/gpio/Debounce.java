package egate.gate.gpio;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One line's value, counted only once it has been stable long enough. A lost line counts at once.
 *
 * @param stable the value that counts
 * @param candidate the value last heard
 * @param since monotonic time at which the candidate was first heard
 */
public record Debounce(Level stable, Level candidate, Duration since) {

  /** A line that has not been heard. */
  public static final Debounce SILENT = new Debounce(Level.UNKNOWN, Level.UNKNOWN, Duration.ZERO);

  /** A raw value arrived. */
  public Debounce heard(Level raw, Duration now) {
    if (raw == Level.UNKNOWN) {
      return new Debounce(Level.UNKNOWN, Level.UNKNOWN, now);
    }
    return raw == candidate ? this : new Debounce(stable, raw, now);
  }

  /** Time went on. */
  public Debounce at(Duration now, Duration stableFor) {
    Duration due = due(stableFor);
    return due != null && now.compareTo(due) >= 0 ? settled() : this;
  }

  /** The candidate counts without waiting, as an emergency does. */
  public Debounce settled() {
    return new Debounce(candidate, candidate, since);
  }

  /** When the candidate will count, or null when there is nothing to wait for. */
  public @Nullable Duration due(Duration stableFor) {
    return candidate == stable ? null : since.plus(stableFor);
  }
}
