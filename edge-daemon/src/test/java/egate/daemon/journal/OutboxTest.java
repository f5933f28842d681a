package egate.daemon.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.daemon.disk.DiskFilePath;
import egate.daemon.disk.DiskStorage;
import egate.daemon.disk.FaultPlan;
import egate.daemon.disk.SimulatedDisk;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {
  private static final String KEY = "0123456789abcdef".repeat(4);

  @TempDir Path state;
  private Journal journal;

  @BeforeEach
  void openJournal() throws Exception {
    journal = Entries.open(new DiskStorage());
    Files.writeString(state.resolve("database.key"), KEY + "\n");
  }

  @AfterEach
  void closeJournal() {
    journal.close();
  }

  private Outbox open() throws OutboxException, JournalException {
    DatabaseKey key = DatabaseKey.read(state.resolve("database.key"));
    return Outbox.open(state.resolve("db"), key, journal, InstantSource.system());
  }

  private void pass(Outbox outbox, long first, long last) throws JournalException {
    for (long number = first; number <= last; number++) {
      Entries.append(journal, number, number);
      outbox.enqueue(Entries.result(number));
    }
  }

  private static List<JournalEntry.PassageResult> results(long first, long last) {
    return LongStream.rangeClosed(first, last).mapToObj(Entries::result).toList();
  }

  private static List<JournalEntry.PassageResult> all(Outbox outbox) throws Exception {
    return after(outbox, 0, 1_000);
  }

  private static List<JournalEntry.PassageResult> after(Outbox outbox, long sequence, int most)
      throws Exception {
    return outbox.oldestAfter(sequence, most).get(10, TimeUnit.SECONDS).stream()
        .map(OutboxRecord::result)
        .toList();
  }

  private static AckAnswer acknowledge(Outbox outbox, long sequence) throws Exception {
    return outbox.acknowledge(Entries.EPOCH, sequence).get(10, TimeUnit.SECONDS);
  }

  @Test
  void resultsComeOutInOrder() throws Exception {
    try (Outbox outbox = open()) {
      assertTrue(outbox.opening().created());
      pass(outbox, 1, 5);
      assertEquals(results(1, 5), all(outbox));
      assertEquals(results(3, 4), after(outbox, 2, 2));
      assertEquals(5, outbox.depth());
    }
  }

  @Test
  void resultsAndAcknowledgementsOutliveARestart() throws Exception {
    try (Outbox outbox = open()) {
      pass(outbox, 1, 5);
      assertEquals(new AckAnswer.Removed(2), acknowledge(outbox, 2));
    }
    try (Outbox outbox = open()) {
      assertEquals(new OutboxOpening(false, null, 0), outbox.opening());
      assertEquals(results(3, 5), all(outbox));
      assertEquals(2, outbox.acknowledged());
      assertEquals(3, outbox.depth());
    }
  }

  @Test
  void onlyAnAcknowledgementOfThisStoreAndOfThePastRemoves() throws Exception {
    try (Outbox outbox = open()) {
      pass(outbox, 1, 5);
      assertEquals(new AckAnswer.FromTheFuture(6, 5), acknowledge(outbox, 6));
      assertEquals(
          new AckAnswer.ForeignEpoch(Entries.OTHER_EPOCH),
          outbox.acknowledge(Entries.OTHER_EPOCH, 3).get(10, TimeUnit.SECONDS));
      assertEquals(results(1, 5), all(outbox));
      assertEquals(new AckAnswer.Removed(3), acknowledge(outbox, 3));
      assertEquals(new AckAnswer.Replayed(3), acknowledge(outbox, 3));
      assertEquals(new AckAnswer.Replayed(3), acknowledge(outbox, 1));
      assertEquals(results(4, 5), all(outbox));
    }
  }

  @Test
  void aRemovedDatabaseIsRebuiltFromTheJournal() throws Exception {
    try (Outbox outbox = open()) {
      pass(outbox, 1, 5);
    }
    deleteTree(state.resolve("db"));
    try (Outbox outbox = open()) {
      assertEquals(new OutboxOpening(true, null, 5), outbox.opening());
      assertEquals(results(1, 5), all(outbox));
    }
  }

  @Test
  void whatTheDatabaseLacksIsFetchedFromTheJournal() throws Exception {
    try (Outbox outbox = open()) {
      pass(outbox, 1, 3);
      assertEquals(new AckAnswer.Removed(1), acknowledge(outbox, 1));
    }
    Entries.append(journal, 4, 6); // the daemon was killed before it could enqueue these
    try (Outbox outbox = open()) {
      assertEquals(3, outbox.opening().healed());
      assertEquals(results(2, 6), all(outbox));
    }
  }

  @Test
  void aResultThatSkippedTheQueueIsFetchedWithTheNext() throws Exception {
    try (Outbox outbox = open()) {
      pass(outbox, 1, 1);
      Entries.append(journal, 2, 3);
      pass(outbox, 4, 4);
      assertEquals(results(1, 4), all(outbox));
    }
  }

  @Test
  void aDamagedDatabaseIsMovedAsideAndRebuilt() throws Exception {
    Random random = new Random(7);
    for (int round = 0; round < 12; round++) {
      try (Outbox outbox = open()) {
        pass(outbox, 5L * round + 1, 5L * round + 5);
        all(outbox);
      }
      damage(random, round);
      try (Outbox outbox = open()) {
        assertEquals(results(1, 5L * round + 5), all(outbox), "round " + round);
      }
    }
    try (Stream<Path> files = Files.list(state.resolve("db"))) {
      assertTrue(files.anyMatch(f -> f.getFileName().toString().startsWith("quarantine-")));
    }
  }

  @Test
  void aDatabaseOfNothingButGarbageIsKeptAside() throws Exception {
    try (Outbox outbox = open()) {
      pass(outbox, 1, 2);
    }
    byte[] garbage = new byte[8_192];
    new Random(1).nextBytes(garbage);
    Files.write(state.resolve("db/outbox.mv.db"), garbage);
    try (Outbox outbox = open()) {
      Path aside = requirePath(outbox.opening().quarantine());
      assertTrue(Arrays.equals(garbage, Files.readAllBytes(aside.resolve("outbox.mv.db"))));
      assertEquals(results(1, 2), all(outbox));
    }
  }

  @Test
  void aWrongKeyIsRefusedAndTouchesNothing() throws Exception {
    try (Outbox outbox = open()) {
      pass(outbox, 1, 2);
    }
    byte[] before = Files.readAllBytes(state.resolve("db/outbox.mv.db"));
    Files.writeString(state.resolve("database.key"), "f".repeat(64));
    OutboxException refused = assertThrows(OutboxException.class, this::open);
    assertTrue(refused.line().startsWith("database key " + state.resolve("database.key")));
    assertTrue(refused.line().contains("does not fit"), refused.line());
    assertFalse(refused.line().contains("ffff"), refused.line());
    assertTrue(Arrays.equals(before, Files.readAllBytes(state.resolve("db/outbox.mv.db"))));
  }

  @Test
  void aDatabaseOfAnotherEpochIsMovedAside() throws Exception {
    try (Outbox outbox = open()) {
      pass(outbox, 1, 3);
    }
    journal.close();
    var start = new JournalEntry.Started(0, Entries.OTHER_EPOCH, "0.1.0");
    journal = Entries.open(new DiskStorage(), start);
    try (Outbox outbox = open()) {
      requirePath(outbox.opening().quarantine());
      assertEquals(0, outbox.depth());
      assertEquals(List.of(), all(outbox));
    }
  }

  @Test
  void aJournalThatLostEntriesIsNotOverrun() throws Exception {
    try (Outbox outbox = open()) {
      pass(outbox, 1, 3);
    }
    journal.close();
    journal = Entries.open(new DiskStorage());
    OutboxException refused = assertThrows(OutboxException.class, this::open);
    assertTrue(refused.line().contains("knows result 3, but the journal ends at 0"));
  }

  @Test
  void aDatabaseInUseIsNotMovedAside() throws Exception {
    try (Outbox outbox = open()) {
      assertNull(outbox.trouble());
    }
    Path file = state.resolve("db/outbox.mv.db");
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      assertNotNull(channel.lock());
      OutboxException refused = assertThrows(OutboxException.class, this::open);
      assertTrue(refused.line().contains("in use by another process"), refused.line());
    }
    assertTrue(Files.exists(file));
  }

  @Test
  void nothingReadableLiesOnTheDisk() throws Exception {
    try (Outbox outbox = open()) {
      pass(outbox, 1, 20);
      assertEquals(20, all(outbox).size());
    }
    String file = Files.readString(state.resolve("db/outbox.mv.db"), StandardCharsets.ISO_8859_1);
    assertFalse(file.contains("sequence"), "a result lies in clear");
    assertFalse(file.contains(KEY), "the key lies beside its database");
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aDatabaseWhoseDiskStandsStillDelaysNobody() throws Exception {
    SimulatedDisk slow = new SimulatedDisk(new FaultPlan(1));
    String mounted = DiskFilePath.mount(slow);
    OutboxFolder folder = OutboxFolder.at(mounted + "/db");
    int results = 1_100; // more than may wait for the database
    try (Outbox outbox = Outbox.open(folder, Keys.master(), journal, InstantSource.system())) {
      Semaphore projected = new Semaphore(0);
      outbox.onProjected(projected::release);
      pass(outbox, 1, 1);
      assertEquals(1, all(outbox).size());
      synchronized (slow) { // every access waits for as long as this is held
        pass(outbox, 2, 2);
        var question = outbox.oldestAfter(0, 1_000);
        pass(outbox, 3, results);
        assertEquals(results, outbox.depth());
        assertEquals(0, outbox.acknowledged());
        assertNull(outbox.trouble());
        assertTrue(outbox.behind());
        assertFalse(question.isDone(), "the disk did not stand still");
      }
      while (outbox.behind()) {
        projected.acquire();
      }
      assertEquals(results(101, results), after(outbox, 100, 1_000));
    } finally {
      DiskFilePath.unmount(mounted);
    }
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aDatabaseWhoseDiskWasFullWorksAgainOnceThereIsSpace() throws Exception {
    SimulatedDisk disk = new SimulatedDisk(new FaultPlan(1));
    String mounted = DiskFilePath.mount(disk);
    OutboxFolder folder = OutboxFolder.at(mounted + "/db");
    try (Outbox outbox = Outbox.open(folder, Keys.master(), journal, InstantSource.system())) {
      Semaphore projected = new Semaphore(0);
      outbox.onProjected(projected::release);
      pass(outbox, 1, 10);
      assertEquals(results(1, 10), all(outbox));
      disk.capacity(disk.size("db/outbox.mv.db"));
      pass(outbox, 11, 200);
      while (outbox.trouble() == null) {
        projected.acquire();
      }
      disk.capacity(Long.MAX_VALUE);
      while (outbox.behind()) {
        projected.acquire();
      }
      assertEquals(results(1, 200), all(outbox));
      assertNull(outbox.trouble());
    } finally {
      DiskFilePath.unmount(mounted);
    }
  }

  @Test
  void closingEndsTheThread() throws Exception {
    open().close();
    assertTrue(
        Thread.getAllStackTraces().keySet().stream().noneMatch(t -> t.getName().equals("outbox")));
  }

  /** NullAway does not know JUnit's assertions. */
  private static Path requirePath(@Nullable Path path) {
    assertNotNull(path);
    return Objects.requireNonNull(path);
  }

  private void damage(Random random, int round) throws IOException {
    Path file = state.resolve("db/outbox.mv.db");
    byte[] bytes = Files.readAllBytes(file);
    switch (round % 3) {
      case 0 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      case 1 -> Arrays.fill(bytes, 0, bytes.length / 2, (byte) random.nextInt());
      default -> {
        for (int i = 0; i < bytes.length; i += 256) {
          bytes[i + random.nextInt(256)] ^= (byte) (1 + random.nextInt(255));
        }
      }
    }
    Files.write(file, bytes, StandardOpenOption.TRUNCATE_EXISTING);
  }

  private static void deleteTree(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
