package egate.daemon.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.daemon.disk.DiskStorage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordKeeperTest {
  private static final long MB = 1L << 20;
  private static final RecordPolicy POLICY = new RecordPolicy(10 * MB, 12 * MB, 6 * MB, MB, 30);
  private static final long DAY = Duration.ofDays(1).toMillis();

  @TempDir Path state;

  private final DiskStorage disk = new DiskStorage();
  private final List<String> told = new ArrayList<>();
  private Journal journal;
  private Outbox outbox;
  private Telemetry telemetry;
  private RecordKeeper keeper;
  private long passages;

  @BeforeEach
  void open() throws Exception {
    journal = Entries.open(disk);
    outbox = Outbox.open(state.resolve("db"), Keys.master(), journal, InstantSource.system());
    telemetry = Telemetry.open(new DiskStorage(disk.disk(), "telemetry"), journal, 100 * MB);
    keeper =
        new RecordKeeper(
            new RecordStores(journal, outbox, telemetry, anchor()),
            Keys.device(),
            POLICY,
            InstantSource.system(),
            told::add);
  }

  @AfterEach
  void close() {
    outbox.close();
    journal.close();
  }

  private void pass(long day, int count, int jsonLength) throws Exception {
    for (int i = 0; i < count; i++) {
      if (i % 500 == 499) { // lets a busy machine's database catch up before its queue is full
        assertEquals(1, outbox.oldestAfter(0, 1).get(30, TimeUnit.SECONDS).size());
      }
      passages++;
      journal.append(new JournalEntry.PassageBegun(day * DAY, passages));
      String json = "x".repeat(jsonLength);
      var result = new JournalEntry.PassageResult(day * DAY, passages, passages, json);
      journal.append(result);
      outbox.enqueue(result);
    }
  }

  private void acknowledge(long sequence) throws Exception {
    assertEquals(
        new AckAnswer.Removed(sequence),
        outbox.acknowledge(Entries.EPOCH, sequence).get(10, TimeUnit.SECONDS));
  }

  private Anchor anchor() {
    return Anchor.read(state.resolve("anchor.json"));
  }

  private static Instant day(long day) {
    return Instant.ofEpochMilli(day * DAY);
  }

  private AuditReport audit() throws JournalException {
    return JournalAudit.of(disk, Keys.devicePublic(), Optional.ofNullable(journal.lastHead()));
  }

  @Test
  void whatCentralHasIsShreddedByAgeAndTheChainStaysVerifiable() throws Exception {
    pass(100, 3, 50);
    pass(101, 3, 50);
    pass(102, 3, 50);
    acknowledge(5);
    keeper.keep(day(135));
    // Of the second day one result is not acknowledged; the third is today's for all we know.
    List<String> shown = new ArrayList<>();
    journal.replay(recorded -> shown.add(EntryLine.text(recorded)));
    assertFalse(shown.stream().anyMatch(line -> line.contains("result 3:")), shown.toString());
    assertTrue(shown.stream().anyMatch(line -> line.contains("result 4:")), shown.toString());
    assertTrue(shown.stream().anyMatch(line -> line.contains("is destroyed")), shown.toString());
    assertTrue(audit().intact(), audit().findings().toString());

    journal.close();
    journal = Entries.open(disk);
    assertEquals(9, journal.recovery().lastSequence());
    assertEquals(5, journal.standing().acknowledged());
  }

  @Test
  void neitherTheYoungNorTheUnacknowledgedIsShredded() throws Exception {
    pass(100, 3, 50);
    pass(101, 3, 50);
    DataKey young = journal.keys().ofDay(100);
    acknowledge(3);
    keeper.keep(day(129));
    assertNotNull(journal.keys().find(young.id()), "29 days old");
    DataKey unacknowledged = journal.keys().ofDay(101);
    keeper.keep(day(200));
    assertNull(journal.keys().find(young.id()));
    assertNotNull(journal.keys().find(unacknowledged.id()), "central has not got its results");
  }

  @Test
  void aLostDatabaseBeginsWhereTheJournalKnowsThatCentralIs() throws Exception {
    pass(100, 3, 50);
    pass(101, 3, 50);
    acknowledge(4);
    keeper.keep(day(135));
    outbox.close();
    outbox = Outbox.open(state.resolve("other"), Keys.master(), journal, InstantSource.system());
    assertEquals(4, outbox.acknowledged());
    List<OutboxRecord> rest = outbox.oldestAfter(0, 10).get(10, TimeUnit.SECONDS);
    assertEquals(List.of(5L, 6L), rest.stream().map(OutboxRecord::sequence).toList());
    assertEquals(journal.standing().results(), rest.getLast().chain());
  }

  @Test
  void aJournalThatGrowsTooLargeLosesItsOldestSegmentAndSaysSo() throws Exception {
    pass(100, 600, 10_000);
    pass(101, 600, 10_000);
    acknowledge(1_200);
    pass(102, 500, 10_000);
    int before = disk.segments().size();
    keeper.keep(day(140));
    assertTrue(disk.segments().size() < before);
    assertTrue(journal.sizeBytes() < 10 * MB);
    AuditReport report = audit();
    assertTrue(report.intact(), report.findings().toString());
    assertTrue(report.firstOrder() > 1);

    disk.disk().delete("journal/" + disk.segments().getFirst());
    assertFalse(audit().intact(), "what the gate did not remove is missed");
  }

  @Test
  void aDiskThatFillsStopsTravellersAndLetsThemInAgain() throws Exception {
    for (int i = 0; i < 600; i++) {
      telemetry.append(0, "x".repeat(4_000));
    }
    disk.disk().capacity(Long.MAX_VALUE - disk.disk().freeBytes() + 11 * MB);
    long depth = telemetry.depth();
    keeper.look(day(100));
    assertFalse(keeper.full(), "observations made room first");
    assertTrue(telemetry.depth() < depth);

    disk.put("somebody-elses", new byte[(int) (disk.freeBytes() - 5 * MB)]);
    keeper.look(day(100));
    assertTrue(keeper.full());
    assertTrue(keeper.status().full().startsWith("the disk has "), keeper.status().full());
    pass(100, 3, JournalEntry.JSON_MAX);

    disk.delete("somebody-elses");
    keeper.look(day(100));
    assertFalse(keeper.full());
    assertEquals(2, told.size(), told.toString());
    assertEquals("there is room again", told.getLast());
  }

  @Test
  void aDatabaseThatWasMovedAsideIsAnAlarmUntilSomebodyTakesItAway() throws Exception {
    outbox.close();
    Path damaged = state.resolve("db/outbox.mv.db");
    Files.write(damaged, new byte[40_000]);
    open();
    keeper.look(day(100));
    keeper.look(day(101));
    assertEquals(1, told.size(), told.toString());
    assertTrue(told.getFirst().startsWith("ALARM 1 damaged databases of the outbox"));
    assertEquals(1, keeper.status().alarms().size());
    String observed = telemetry.oldestAfter(0, 10).getFirst().json();
    assertTrue(observed.startsWith("{\"kind\":\"alarm\",\"alarm\":\"1 damaged"), observed);

    outbox.close();
    try (Stream<Path> aside = Files.list(state.resolve("db"))) {
      for (Path folder : aside.filter(p -> p.toString().contains("quarantine")).toList()) {
        Files.delete(folder.resolve("outbox.mv.db"));
        Files.delete(folder);
      }
    }
    open();
    assertEquals(List.of(), keeper.status().alarms());
  }

  @Test
  void aJournalThatEndsBeforeWhatCentralAcknowledgedIsAnAlarm() throws Exception {
    pass(100, 2, 50);
    byte[] before = disk.read(disk.segments().getFirst());
    pass(100, 2, 50);
    Anchor first = anchor();
    first.keep(journal.sign(Keys.device(), 100 * DAY));
    assertEquals("", journal.alarm(first), "the journal has grown since it was opened");
    journal.close();
    journal = Entries.open(disk);
    assertEquals("", journal.alarm(anchor()));

    journal.close();
    disk.put(disk.segments().getFirst(), before);
    journal = Entries.open(disk);
    assertEquals(
        "the journal ends at entry 6, but central acknowledged entry 11: its tail was cut off",
        journal.alarm(anchor()));
  }

  @Test
  void theKeeperSignsAtItsStartAndAtItsEnd() throws Exception {
    try (RecordKeeper started =
        RecordKeeper.start(
            new RecordStores(journal, outbox, telemetry, anchor()),
            Keys.device(),
            POLICY,
            InstantSource.system(),
            told::add)) {
      assertEquals(0, journal.unsigned());
      pass(100, 2, 50);
      assertTrue(started.status().unsigned() > 0);
      assertEquals(2, started.status().passages());
    }
    assertEquals(0, journal.unsigned());
    assertNotNull(journal.lastHead());
    assertEquals(0, audit().unsigned());
  }
}
