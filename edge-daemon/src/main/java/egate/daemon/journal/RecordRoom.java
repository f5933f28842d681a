package egate.daemon.journal;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Whether the record has room for another traveller. What a passage that has begun still needs was
 * set aside before, so that a disk that somebody else fills cannot cost its result.
 */
final class RecordRoom {
  /** Set aside at least: several passages with the longest results, and heads. */
  static final int SECURED = 256 << 10;

  private final Journal journal;
  private final Telemetry telemetry;
  private final RecordPolicy policy;
  private volatile @Nullable String full;
  private volatile long free;

  RecordRoom(Journal journal, Telemetry telemetry, RecordPolicy policy) {
    this.journal = journal;
    this.telemetry = telemetry;
    this.policy = policy;
  }

  /** One line about why no traveller can be taken, or null. */
  @Nullable String full() {
    return full;
  }

  /** Bytes free on the disk when it was last looked at. */
  long freeBytes() {
    return free;
  }

  /** Looks at the disk; observations make room first. */
  void check(long wallMillis) throws JournalException {
    free = journal.freeBytes();
    while (free < policy.freeAgainBytes() && telemetry.evictOldest(wallMillis)) {
      free = journal.freeBytes();
    }
    full = judge(wallMillis);
  }

  private @Nullable String judge(long wallMillis) throws JournalException {
    long needed = full == null ? policy.freeLeastBytes() : policy.freeAgainBytes();
    if (free < needed) {
      return "the disk has %,d bytes free, %,d are needed".formatted(free, needed);
    }
    try {
      journal.secure(SECURED, wallMillis);
      return null;
    } catch (IOException e) {
      return "no space can be set aside for results: " + e.getMessage();
    }
  }
}
