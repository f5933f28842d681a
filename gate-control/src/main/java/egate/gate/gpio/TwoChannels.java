package egate.gate.gpio;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Two lines that tell one thing, and which of them lies when they have disagreed for too long: the
 * one that did not move since they last agreed.
 */
final class TwoChannels {
  /** Longer than one contact takes to follow the other. */
  static final Duration BOTH_HIGH_MAX = Duration.ofMillis(200);

  private final InputLine first;
  private final InputLine second;
  private final @Nullable Duration bothLowMax;
  private @Nullable Level agreedFirst;
  private @Nullable Level agreedSecond;
  private @Nullable Duration since;
  private @Nullable SensorFault fault;

  /**
   * @param bothLowMax how long neither may be high, such as a door takes between its contacts; null
   *     where both may be low for ever
   */
  TwoChannels(InputLine first, InputLine second, @Nullable Duration bothLowMax) {
    this.first = first;
    this.second = second;
    this.bothLowMax = bothLowMax;
  }

  /** Whether the lines agree, or have been blamed already. */
  boolean quiet() {
    return since == null || fault != null;
  }

  /** A fault that begins or ends with these levels, at this time. */
  Optional<SensorFault> look(Level a, Level b, Duration now) {
    Duration patience = patience(a, b);
    if (patience == null) {
      return agree(a, b);
    }
    since = since == null ? now : since;
    if (fault != null || now.minus(since).compareTo(patience) < 0) {
      return Optional.empty();
    }
    fault = blame(a, b);
    return Optional.of(fault);
  }

  /** How long these levels may last; null where they may for ever. */
  private @Nullable Duration patience(Level a, Level b) {
    if (a == Level.HIGH && b == Level.HIGH) {
      return BOTH_HIGH_MAX;
    }
    return a == Level.LOW && b == Level.LOW ? bothLowMax : null;
  }

  private Optional<SensorFault> agree(Level a, Level b) {
    if (a != Level.UNKNOWN && b != Level.UNKNOWN) {
      agreedFirst = a;
      agreedSecond = b;
    }
    since = null;
    SensorFault ended = fault;
    fault = null;
    return Optional.ofNullable(ended).map(f -> new SensorFault(f.line(), f.kind(), false));
  }

  private SensorFault blame(Level a, Level b) {
    if (agreedFirst == null) {
      return new SensorFault(first, SensorFault.Kind.CONTRADICTORY, true);
    }
    boolean firstStays = a == agreedFirst && b != agreedSecond;
    return new SensorFault(firstStays ? first : second, SensorFault.Kind.STUCK, true);
  }
}
