package egate.daemon.journal;

import egate.gate.Door;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Entries that tests write. */
public final class Entries {
  public static final UUID EPOCH = UUID.fromString("6f1c1a52-3c4f-4f5e-9b1a-2d5c6e7f8091");
  public static final UUID OTHER_EPOCH = UUID.fromString("00000000-0000-4000-8000-000000000001");
  public static final JournalEntry.Started START = new JournalEntry.Started(1_000, EPOCH, "0.1.0");

  public static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  private Entries() {}

  /** Opens a journal under the tests' key, on a clock that is trusted. */
  public static Journal open(JournalStorage storage) throws JournalException {
    return open(storage, START);
  }

  public static Journal open(JournalStorage storage, JournalEntry.Started start)
      throws JournalException {
    try (DatabaseKey master = Keys.master()) {
      return Journal.open(storage, master, () -> ClockQuality.SYNCHRONISED, start);
    }
  }

  public static Journal open(Path folder) throws JournalException {
    return open(folder, START);
  }

  public static Journal open(Path folder, JournalEntry.Started start) throws JournalException {
    return open(FolderStorage.lock(folder), start);
  }

  /** Everything that one passage puts on record; its result has the passage's number. */
  public static List<JournalEntry> passage(long number) {
    return List.of(
        new JournalEntry.PassageBegun(2_000 + number, number),
        new JournalEntry.Decision(3_000 + number, number, Door.ENTRY),
        new JournalEntry.Decision(4_000 + number, number, Door.EXIT),
        result(number));
  }

  public static JournalEntry.PassageResult result(long number) {
    return new JournalEntry.PassageResult(
        5_000 + number,
        number,
        number,
        "{\"epoch\":\"" + EPOCH + "\",\"sequence\":" + number + "}");
  }

  /** Appends whole passages, numbered from first to last. */
  public static void append(Journal journal, long first, long last) throws JournalException {
    for (long number = first; number <= last; number++) {
      for (JournalEntry entry : passage(number)) {
        journal.append(entry);
      }
    }
  }

  /** All entries but the starts, which every opening adds, and checkpoints. */
  static List<JournalEntry> withoutStarts(Journal journal) throws JournalException {
    List<JournalEntry> entries = new ArrayList<>();
    journal.replay(
        recorded -> {
          if (!(recorded.entry() instanceof JournalEntry.Started)
              && !(recorded.entry() instanceof JournalEntry.Checkpoint)) {
            entries.add(recorded.entry());
          }
        });
    return entries;
  }
}
