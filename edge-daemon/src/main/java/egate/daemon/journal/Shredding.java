package egate.daemon.journal;

import java.time.Instant;

/**
 * Destroys the data keys of days that are old enough and whose results central has, and removes old
 * segments of which nothing can be opened any more once the journal has grown too large.
 */
final class Shredding {
  private final Journal journal;
  private final Outbox outbox;
  private final RecordPolicy policy;

  Shredding(Journal journal, Outbox outbox, RecordPolicy policy) {
    this.journal = journal;
    this.outbox = outbox;
    this.policy = policy;
  }

  /** By a clock that cannot be trusted nothing grows old. */
  void shred(Instant now) throws JournalException {
    if (journal.clockNow(now.toEpochMilli()) != ClockQuality.SYNCHRONISED) {
      return;
    }
    long youngest = DataKey.day(now.toEpochMilli()) - policy.shredAfterDays();
    for (DataKey key : journal.keys().spentBy(journal.standing().acknowledged())) {
      if (key.day() <= youngest) {
        journal.destroy(key, now.toEpochMilli());
        var _ = outbox.forget(key.id());
      }
    }
    while (journal.sizeBytes() > policy.journalMostBytes()
        && journal.retireOldest(now.toEpochMilli())) {
      // One segment after the other.
    }
  }
}
