package egate.daemon.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.daemon.disk.DiskStorage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A log of several entries, cut and flipped at every byte. */
class JournalDamageTest {
  private static final String SEGMENT = JournalReader.segmentName(1);

  private final DiskStorage written = new DiskStorage();
  private final byte[] whole = log();

  private byte[] log() {
    try {
      Entries.append(Entries.open(written), 1, 2);
      return written.read(SEGMENT);
    } catch (JournalException | IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The same keys, another segment. */
  private DiskStorage diskOf(byte[] segment) {
    DiskStorage disk = new DiskStorage();
    try {
      for (String key : written.list(SegmentSource.KEY)) {
        disk.put(key, written.read(key));
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    disk.put(SEGMENT, segment);
    return disk;
  }

  private List<Frame> frames() {
    return SegmentScan.of(whole, Objects.requireNonNull(SegmentHeader.read(whole))).frames();
  }

  @Test
  void everyTruncationOpensToAPrefixAndAppendsAgain() throws JournalException {
    for (int length = 0; length <= whole.length; length++) {
      DiskStorage disk = diskOf(Arrays.copyOf(whole, length));
      int cut = length;
      long intact = frames().stream().filter(frame -> frame.end() <= cut).count();
      Journal journal = Entries.open(disk);
      Recovery found = journal.recovery();
      assertEquals(Math.max(0, intact - 1), Entries.withoutStarts(journal).size(), "at " + cut);

      long next = found.lastSequence() + 1;
      if (found.openPassage() == null) {
        journal.append(new JournalEntry.PassageBegun(0, found.lastPassage() + 1));
      }
      long passage = journal.recovery().lastPassage();
      journal.append(new JournalEntry.PassageResult(0, passage, next, "{}"));
      assertEquals(next, Entries.open(disk).recovery().lastSequence());
    }
  }

  @Test
  void aFlippedBitIsAnErrorUnlessItIsInTheLastEntry() throws Exception {
    int lastBegins = frames().getLast().offset();
    for (int at = 0; at < whole.length; at++) {
      for (int bit = 1; bit < 256; bit <<= 1) {
        byte[] flipped = whole.clone();
        flipped[at] ^= (byte) bit;
        DiskStorage disk = diskOf(flipped);
        if (at < lastBegins) {
          assertThrows(JournalException.class, () -> Entries.open(disk), "byte " + at);
          assertTrue(Arrays.equals(flipped, disk.read(SEGMENT)), "an error changes nothing");
        } else {
          Journal journal = Entries.open(disk);
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
        assertThrows(JournalException.class, () -> Entries.open(diskOf(longer)));
    assertTrue(damaged.line().contains("nothing was changed"), damaged.line());
  }

  @Test
  void anEntryWrittenTwiceIsAnError() {
    Frame first = frames().getFirst();
    byte[] twice = Arrays.copyOf(whole, whole.length + first.size());
    System.arraycopy(whole, first.offset(), twice, whole.length, first.size());
    assertThrows(JournalException.class, () -> Entries.open(diskOf(twice)));
  }
}
