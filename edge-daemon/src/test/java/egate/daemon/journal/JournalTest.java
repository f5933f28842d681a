package egate.daemon.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.daemon.disk.DiskStorage;
import egate.gate.Door;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  @TempDir Path folder;

  private Journal open() throws JournalException {
    return Entries.open(folder.resolve("journal"));
  }

  @Test
  void aNewJournalTakesTheEpochAndKnowsNothingElse() throws JournalException {
    try (Journal journal = open()) {
      assertEquals(new Recovery(Entries.EPOCH, 0, 0, null), journal.recovery());
    }
  }

  @Test
  void whatWasAppendedIsThereAfterReopening() throws JournalException {
    List<JournalEntry> expected = new ArrayList<>();
    for (long number = 1; number <= 3; number++) {
      try (Journal journal = open()) {
        Entries.append(journal, number, number);
        expected.addAll(Entries.passage(number));
      }
    }
    try (Journal journal = open()) {
      assertEquals(expected, Entries.withoutStarts(journal));
      assertEquals(new Recovery(Entries.EPOCH, 3, 3, null), journal.recovery());
    }
  }

  @Test
  void theEpochStaysThatOfTheFirstStart() throws JournalException {
    open().close();
    var later = new JournalEntry.Started(9_000, Entries.OTHER_EPOCH, "0.2.0");
    try (Journal journal = Entries.open(folder.resolve("journal"), later)) {
      assertEquals(Entries.EPOCH, journal.recovery().epoch());
    }
  }

  @Test
  void aPassageWithoutAResultIsFoundOpen() throws JournalException {
    try (Journal journal = open()) {
      Entries.append(journal, 1, 1);
      journal.append(new JournalEntry.PassageBegun(77, 5));
      journal.append(new JournalEntry.Decision(78, 5, Door.ENTRY));
    }
    try (Journal journal = open()) {
      assertEquals(new Recovery(Entries.EPOCH, 5, 1, new OpenPassage(5, 77)), journal.recovery());
    }
  }

  @Test
  void entriesThatContradictThoseBeforeThemAreRefusedAndLeaveNoTrace() throws JournalException {
    try (Journal journal = open()) {
      Entries.append(journal, 1, 2);
      List<JournalEntry> contradictions =
          List.of(
              new JournalEntry.Started(0, Entries.OTHER_EPOCH, "0.1.0"),
              new JournalEntry.PassageBegun(0, 2),
              new JournalEntry.Decision(0, 2, Door.EXIT),
              Entries.result(2),
              new JournalEntry.PassageResult(0, 3, 4, "{}"));
      for (JournalEntry entry : contradictions) {
        assertThrows(IllegalArgumentException.class, () -> journal.append(entry));
      }
      Entries.append(journal, 3, 3);
      assertEquals(12, Entries.withoutStarts(journal).size());
    }
  }

  @Test
  void whoeverWasReferredInsideIsLetBackOutAfterTheResult() throws JournalException {
    try (Journal journal = open()) {
      Entries.append(journal, 1, 2);

      journal.append(new JournalEntry.Decision(0, 2, Door.ENTRY));

      assertThrows(
          IllegalArgumentException.class,
          () -> journal.append(new JournalEntry.Decision(0, 1, Door.ENTRY)));
    }
  }

  @Test
  void aSecondDaemonIsToldInOneLine() throws JournalException {
    try (Journal _ = open()) {
      JournalException refused = assertThrows(JournalException.class, this::open);
      assertEquals(
          "journal "
              + folder.resolve("journal")
              + " is in use by another daemon: stop that one first",
          refused.line());
    }
    open().close();
  }

  @Test
  void onlyItsOwnerCanReadIt() throws Exception {
    open().close();
    for (Path path : List.of(folder.resolve("journal"), firstSegment())) {
      String others = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
      assertEquals("------", others.substring(3), path.toString());
    }
  }

  @Test
  void afterAFailedWriteEverythingIsRefusedUntilReopened() throws JournalException {
    DiskStorage disk = new DiskStorage();
    Journal journal = Entries.open(disk);
    disk.disk().plan().cutAfter(1);
    assertThrows(JournalException.class, () -> Entries.append(journal, 1, 1));
    disk.disk().plan().restore();
    JournalException refused =
        assertThrows(JournalException.class, () -> Entries.append(journal, 1, 1));
    assertTrue(refused.line().contains("nothing moves until it is opened again"), refused.line());

    // The entry whose writing failed may have reached the disk all the same.
    Journal reopened = Entries.open(disk);
    assertEquals(new OpenPassage(1, 2_001), reopened.recovery().openPassage());
    reopened.append(Entries.result(1));
  }

  @Test
  void aClosedJournalRefuses() throws JournalException {
    Journal journal = open();
    journal.close();
    assertThrows(JournalException.class, () -> Entries.append(journal, 1, 1));
  }

  @Test
  void aFullSegmentIsFollowedByAnother() throws Exception {
    DiskStorage disk = new DiskStorage();
    Journal journal = Entries.open(disk);
    int passages = 2 * Segments.SIZE_MAX / JournalEntry.JSON_MAX;
    for (long number = 1; number <= passages; number++) {
      journal.append(new JournalEntry.PassageBegun(0, number));
      String json = "x".repeat(JournalEntry.JSON_MAX);
      journal.append(new JournalEntry.PassageResult(0, number, number, json));
    }
    assertEquals(3, disk.segments().size());
    for (String segment : disk.segments()) {
      assertTrue(disk.read(segment).length <= Segments.SIZE_MAX);
    }
    assertEquals(passages, Entries.open(disk).recovery().lastSequence());
  }

  @Test
  void aStartReadsOnlyWhatLiesBehindTheLastCheckpoint() throws Exception {
    DiskStorage disk = new DiskStorage();
    Journal journal = Entries.open(disk);
    Entries.append(journal, 1, Journal.CHECKPOINT_EVERY);
    byte[] segment = disk.read(disk.segments().getFirst());
    Recovery expected = journal.recovery();

    // An entry that was changed under a right checksum is not looked into before an audit.
    Frame second =
        Objects.requireNonNull(
            Frame.at(segment, SegmentScan.of(segment, header(segment)).frames().get(1).offset()));
    byte[] text = new byte[second.text().remaining()];
    byte[] forged = Frame.encode(second.order(), second.key(), ByteBuffer.wrap(text)).array();
    System.arraycopy(forged, 0, segment, second.offset(), forged.length);
    disk.put(disk.segments().getFirst(), segment);

    assertEquals(expected, Entries.open(disk).recovery());
    assertThrows(JournalException.class, () -> Entries.open(disk).replay(_ -> {}));
  }

  @Test
  void aTornTailInASegmentThatIsNotTheLastIsDamage() throws Exception {
    DiskStorage disk = new DiskStorage();
    Journal journal = Entries.open(disk);
    Entries.append(journal, 1, 1);
    String first = disk.segments().getFirst();
    byte[] whole = disk.read(first);
    disk.put(first, Arrays.copyOf(whole, whole.length - 1));
    ChainHash chain = SegmentScan.of(whole, header(whole)).chain();
    disk.put(
        JournalReader.segmentName(6), new SegmentHeader(Entries.EPOCH, 6, chain).encode().array());
    assertThrows(JournalException.class, () -> Entries.open(disk));
  }

  @Test
  void aSegmentThatWasCutShortWhileItWasMadeIsMadeAnew() throws Exception {
    DiskStorage disk = new DiskStorage();
    Entries.append(Entries.open(disk), 1, 1);
    disk.put(JournalReader.segmentName(6), new byte[17]);

    assertEquals(1, Entries.open(disk).recovery().lastSequence());
    assertEquals(1, disk.segments().size());
  }

  @Test
  void whatIsNotTornIsNotCut() throws JournalException {
    DiskStorage disk = new DiskStorage();
    assertEquals(0, Entries.open(disk).cutBytes());
    assertNull(Entries.open(disk).recovery().openPassage());
  }

  private static SegmentHeader header(byte[] segment) {
    return Objects.requireNonNull(SegmentHeader.read(segment));
  }

  private Path firstSegment() {
    return folder.resolve("journal").resolve(JournalReader.segmentName(1));
  }
}
