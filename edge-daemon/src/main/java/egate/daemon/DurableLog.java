package egate.daemon;

import egate.daemon.journal.Journal;
import egate.daemon.journal.JournalEntry;
import egate.daemon.journal.JournalException;
import egate.daemon.journal.Recovery;

/** The journal as the loop uses it. */
interface DurableLog {

  /** Returns once the entry is on the disk. */
  void append(JournalEntry entry) throws JournalException;

  /** What it says of the past, as of its last entry. */
  Recovery recovery();

  static DurableLog of(Journal journal) {
    return new DurableLog() {
      @Override
      public void append(JournalEntry entry) throws JournalException {
        journal.append(entry);
      }

      @Override
      public Recovery recovery() {
        return journal.recovery();
      }
    };
  }
}
