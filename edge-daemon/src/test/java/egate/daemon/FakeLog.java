package egate.daemon;

import egate.daemon.journal.JournalEntry;
import egate.daemon.journal.JournalException;
import egate.daemon.journal.JournalFailure;
import egate.daemon.journal.OpenPassage;
import egate.daemon.journal.Recovery;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A journal in memory that may fail at one append. */
final class FakeLog implements DurableLog {
  final List<JournalEntry> entries = new ArrayList<>();
  private final int failsAt;
  private final List<String> happened;
  private Recovery recovery;

  /**
   * A journal.
   *
   * @param failsAt number of the append that fails, from zero; negative for none
   * @param happened what the whole gate does, in order
   */
  FakeLog(int failsAt, List<String> happened, OpenPassage open) {
    this.failsAt = failsAt;
    this.happened = happened;
    this.recovery = new Recovery(new UUID(1, 2), open.passage(), 0, open);
  }

  FakeLog(int failsAt, List<String> happened) {
    this.failsAt = failsAt;
    this.happened = happened;
    this.recovery = new Recovery(new UUID(1, 2), 0, 0, null);
  }

  @Override
  public void append(JournalEntry entry) throws JournalException {
    if (entries.size() == failsAt) {
      happened.add("disk full");
      throw JournalFailure.diskFull();
    }
    entries.add(entry);
    happened.add(entry.getClass().getSimpleName());
    recovery =
        switch (entry) {
          case JournalEntry.PassageBegun begun ->
              new Recovery(
                  recovery.epoch(),
                  begun.passage(),
                  recovery.lastSequence(),
                  new OpenPassage(begun.passage(), begun.wallMillis()));
          case JournalEntry.PassageResult result ->
              new Recovery(recovery.epoch(), recovery.lastPassage(), result.sequence(), null);
          default -> recovery;
        };
  }

  @Override
  public Recovery recovery() {
    return recovery;
  }
}
