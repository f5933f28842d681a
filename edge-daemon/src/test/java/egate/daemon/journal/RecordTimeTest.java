package egate.daemon.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.daemon.disk.DiskStorage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Wall clocks jump; what came before what is told by the order alone. */
class RecordTimeTest {
  private static final long YEAR = Duration.ofDays(365).toMillis();

  private final DiskStorage disk = new DiskStorage();
  private ClockQuality clock = ClockQuality.SYNCHRONISED;

  private Journal open() throws JournalException {
    try (DatabaseKey master = Keys.master()) {
      return Journal.open(disk, master, () -> clock, Entries.START);
    }
  }

  private static List<Recorded> recorded(Journal journal) throws JournalException {
    List<Recorded> recorded = new ArrayList<>();
    journal.replay(recorded::add);
    return recorded;
  }

  private static void at(Journal journal, long wallMillis) throws JournalException {
    journal.append(new JournalEntry.Emergency(wallMillis, true));
  }

  private static ClockQuality last(Journal journal) throws JournalException {
    return recorded(journal).getLast().clock();
  }

  @Test
  void aClockThatStandsBeforeATrustedTimeIsImplausibleAlsoAfterARestart() throws Exception {
    try (Journal journal = open()) {
      at(journal, 2 * YEAR);
      assertEquals(ClockQuality.SYNCHRONISED, last(journal));
      at(journal, YEAR);
      assertEquals(ClockQuality.IMPLAUSIBLE, last(journal));
      at(journal, 2 * YEAR - 900);
      assertEquals(ClockQuality.SYNCHRONISED, last(journal), "disciplined by less than a second");
    }
    try (Journal journal = open()) {
      at(journal, YEAR);
      assertEquals(ClockQuality.IMPLAUSIBLE, last(journal));
    }
  }

  @Test
  void whatAClockThatNobodySetSaidIsMarkedAndMakesNothingImplausible() throws Exception {
    try (Journal journal = open()) {
      clock = ClockQuality.FREE_RUNNING;
      at(journal, 30 * YEAR);
      assertEquals(ClockQuality.FREE_RUNNING, last(journal));
      assertTrue(EntryLine.text(recorded(journal).getLast()).contains("Z? "));
      clock = ClockQuality.SYNCHRONISED;
      at(journal, 2 * YEAR);
      assertEquals(ClockQuality.SYNCHRONISED, last(journal));
    }
  }

  @Test
  void theOrderHasNoGapsWhateverTheClockDoes() throws Exception {
    long[] jumps = {5 * YEAR, 0, 40 * YEAR, -YEAR, YEAR};
    for (int start = 0; start < 3; start++) {
      try (Journal journal = open()) {
        for (long jump : jumps) {
          at(journal, jump);
        }
      }
    }
    try (Journal journal = open()) {
      List<Long> orders = recorded(journal).stream().map(Recorded::order).toList();
      assertEquals(LongStream.rangeClosed(1, orders.size()).boxed().toList(), orders);
    }
  }

  @Test
  void aStoreThatIsMadeAnewHasAnEpochOfItsOwnAndCountsFromOne() throws Exception {
    try (Journal journal = open()) {
      Entries.append(journal, 1, 2);
    }
    for (String segment : disk.segments()) {
      disk.delete(segment);
    }
    var start = new JournalEntry.Started(9_000, Entries.OTHER_EPOCH, "0.1.0");
    try (Journal journal = Entries.open(disk, start)) {
      assertEquals(new Recovery(Entries.OTHER_EPOCH, 0, 0, null), journal.recovery());
      Entries.append(journal, 1, 1);
      assertEquals(1, journal.recovery().lastSequence());
    }
  }
}
