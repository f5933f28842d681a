package egate.daemon.update;

import java.time.Duration;
import java.time.Instant;

/**
 * Data that a gate judges by, as a clock.
 *
 * @param name what they are, and of whom: {@code anchors DE}
 * @param issued when they were made
 * @param limit after this moment they are too old
 * @param stops what stops working then
 */
public record DataClock(String name, Instant issued, Instant limit, String stops) {

  /** Of what an update has installed. Trust data are told list by list instead. */
  static DataClock of(UpdateItem item) {
    String stops =
        switch (item.kind()) {
          case TRUST -> "nothing; its lists have clocks of their own";
          case TERMINAL -> "fingerprints in chips can no longer be read";
          case POLICY -> "nothing; the policy in use is an old one";
          case MODELS -> "nothing; the models in use are old ones";
          case PROFILE -> "nothing; the profile in use is an old one";
        };
    return new DataClock(item.toString(), item.issued(), item.limit(), stops);
  }

  /** Whole days since it was made. */
  public long ageDays(Instant now) {
    return Math.floorDiv(Duration.between(issued, now).toSeconds(), 86_400L);
  }

  /** Whole days until it is too old, negative after that. */
  public long leftDays(Instant now) {
    return Math.floorDiv(Duration.between(now, limit).toSeconds(), 86_400L);
  }

  /** Whether it is too old. */
  public boolean isOverAt(Instant now) {
    return now.isAfter(limit);
  }
}
