package egate.daemon.journal;

import java.time.Duration;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The AES-256 key under which one day's entries and results lie on the disk. Prints nothing.
 *
 * <p>Random, never derived: once its wrapped copy is gone, so is all that was sealed with it.
 */
final class DataKey {
  static final int SIZE = 32;

  private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

  private final int id;
  private final long day;
  private final long from;
  private final SecretKey secret;

  DataKey(int id, long day, long from, byte[] secret) {
    this.id = id;
    this.day = day;
    this.from = from;
    this.secret = new SecretKeySpec(secret, "AES");
  }

  /** The day of a wall time, in days since 1970-01-01 UTC. */
  static long day(long wallMillis) {
    return Math.floorDiv(wallMillis, DAY_MILLIS);
  }

  /** Its number, 1 or more; counts up in the order of making. */
  int id() {
    return id;
  }

  /** Days since 1970-01-01 UTC on which it was made, as the wall clock said. */
  long day() {
    return day;
  }

  /** Sequence of the last result before it was made: older keys sealed none behind that one. */
  long from() {
    return from;
  }

  SecretKey secret() {
    return secret;
  }

  @Override
  public String toString() {
    return "DataKey " + id;
  }
}
