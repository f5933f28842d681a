package egate.daemon.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.gate.Door;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  @TempDir Path folder;

  private Journal open() throws JournalException {
    return Journal.open(folder.resolve("journal"), Entries.START);
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
    try (Journal journal = Journal.open(folder.resolve("journal"), later)) {
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
    CuttableStorage disk = new CuttableStorage();
    Journal journal = Journal.open(disk, Entries.START);
    disk.cutAfter(1);
    assertThrows(JournalException.class, () -> Entries.append(journal, 1, 1));
    disk.cutAfter(Long.MAX_VALUE);
    JournalException refused =
        assertThrows(JournalException.class, () -> Entries.append(journal, 1, 1));
    assertTrue(refused.line().contains("nothing moves until it is opened again"), refused.line());

    // The entry whose writing failed may have reached the disk all the same.
    Journal reopened = Journal.open(disk, Entries.START);
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
  void aFullSegmentIsFollowedByAnother() throws JournalException {
    CuttableStorage disk = new CuttableStorage();
    Journal journal = Journal.open(disk, Entries.START);
    int passages = 2 * Journal.SEGMENT_MAX / JournalEntry.JSON_MAX;
    for (long number = 1; number <= passages; number++) {
      journal.append(new JournalEntry.PassageBegun(0, number));
      String json = "x".repeat(JournalEntry.JSON_MAX);
      journal.append(new JournalEntry.PassageResult(0, number, number, json));
    }
    assertEquals(3, disk.list().size());
    disk.durable.values().forEach(b -> assertTrue(b.length <= Journal.SEGMENT_MAX));
    assertEquals(passages, Journal.open(disk, Entries.START).recovery().lastSequence());

    disk.durable.remove(disk.list().get(1));
    JournalException missing =
        assertThrows(JournalException.class, () -> Journal.open(disk, Entries.START));
    assertTrue(missing.line().contains("is expected"), missing.line());
  }

  @Test
  void aTornTailInASegmentThatIsNotTheLastIsDamage() throws JournalException {
    CuttableStorage disk = new CuttableStorage();
    Entries.append(Journal.open(disk, Entries.START), 1, 1);
    String first = disk.list().getFirst();
    byte[] whole = disk.read(first);
    disk.durable.put(first, java.util.Arrays.copyOf(whole, whole.length - 1));
    disk.durable.put(JournalReader.segmentName(5), new byte[0]);
    assertThrows(JournalException.class, () -> Journal.open(disk, Entries.START));
  }

  @Test
  void whatIsNotTornIsNotCut() throws JournalException {
    CuttableStorage disk = new CuttableStorage();
    assertEquals(0, Journal.open(disk, Entries.START).cutBytes());
    assertNull(Journal.open(disk, Entries.START).recovery().openPassage());
  }

  private Path firstSegment() {
    return folder.resolve("journal").resolve(JournalReader.segmentName(1));
  }
}
