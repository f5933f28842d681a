package egate.daemon.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A log of several entries, cut and flipped at every byte. */
class JournalDamageTest {
  private static final String SEGMENT = JournalReader.segmentName(1);

  private final byte[] whole = log();

  private static byte[] log() {
    try {
      CuttableStorage disk = new CuttableStorage();
      Entries.append(Journal.open(disk, Entries.START), 1, 2);
      return disk.read(SEGMENT);
    } catch (JournalException e) {
      throw new AssertionError(e);
    }
  }

  private static CuttableStorage diskOf(byte[] segment) {
    CuttableStorage disk = new CuttableStorage();
    disk.durable.put(SEGMENT, segment);
    return disk;
  }

  private List<Frame> frames() {
    return SegmentScan.of(whole, 1).frames();
  }

  @Test
  void everyTruncationOpensToAPrefixAndAppendsAgain() throws JournalException {
    for (int length = 0; length <= whole.length; length++) {
      CuttableStorage disk = diskOf(Arrays.copyOf(whole, length));
      int cut = length;
      long intact = frames().stream().filter(frame -> frame.end() <= cut).count();
      Journal journal = Journal.open(disk, Entries.START);
      Recovery found = journal.recovery();
      assertEquals(Math.max(0, intact - 1), Entries.withoutStarts(journal).size(), "at " + cut);

      long next = found.lastSequence() + 1;
      if (found.openPassage() == null) {
        journal.append(new JournalEntry.PassageBegun(0, found.lastPassage() + 1));
      }
      long passage = journal.recovery().lastPassage();
      journal.append(new JournalEntry.PassageResult(0, passage, next, "{}"));
      assertEquals(next, Journal.open(disk, Entries.START).recovery().lastSequence());
    }
  }

  @Test
  void aFlippedBitIsAnErrorUnlessItIsInTheLastEntry() throws JournalException {
    int lastBegins = frames().getLast().offset();
    for (int at = 0; at < whole.length; at++) {
      for (int bit = 1; bit < 256; bit <<= 1) {
        byte[] flipped = whole.clone();
        flipped[at] ^= (byte) bit;
        CuttableStorage disk = diskOf(flipped);
        if (at < lastBegins) {
          assertThrows(
              JournalException.class, () -> Journal.open(disk, Entries.START), "byte " + at);
          assertTrue(Arrays.equals(flipped, disk.read(SEGMENT)), "an error changes nothing");
        } else {
          Journal journal = Journal.open(disk, Entries.START);
          assertEquals(whole.length - lastBegins, journal.cutBytes());
          assertEquals(7, Entries.withoutStarts(journal).size());
        }
      }
    }
  }

  @Test
  void garbageLongerThanAnyAppendIsNotCut() {
    byte[] longer = Arrays.copyOf(whole, whole.length + Frame.SIZE_MAX + 1);
    JournalException damaged =
        assertThrows(JournalException.class, () -> Journal.open(diskOf(longer), Entries.START));
    assertTrue(damaged.line().contains("nothing was changed"), damaged.line());
  }

  @Test
  void anEntryWrittenTwiceIsAnError() {
    Frame first = frames().getFirst();
    byte[] twice = Arrays.copyOf(whole, whole.length + first.size());
    System.arraycopy(whole, 0, twice, whole.length, first.size());
    assertThrows(JournalException.class, () -> Journal.open(diskOf(twice), Entries.START));
  }
}
