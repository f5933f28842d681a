package egate.daemon.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egate.daemon.disk.DiskStorage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that fails while the gate works. */
class OutboxProjectionTest {
  @TempDir Path state;
  private Journal journal;
  private OutboxDatabase database;
  private OutboxProjection projection;

  @BeforeEach
  void open() throws Exception {
    journal = Entries.open(new DiskStorage());
    DatabaseKey key =
        DatabaseKey.read(Files.writeString(state.resolve("database.key"), "0a".repeat(32)));
    OutboxStore store =
        new OutboxStore(OutboxFolder.of(state.resolve("db")), key, journal, InstantSource.system());
    database = store.open().database();
    projection = new OutboxProjection(store, database, key);
    Entries.append(journal, 1, 2);
    projection.project(Entries.result(1));
    projection.project(Entries.result(2));
    projection.acknowledge(1, Optional.empty());
  }

  @AfterEach
  void close() {
    projection.close();
    journal.close();
  }

  @Test
  void isOpenedAgainForTheNextPieceOfWork() throws Exception {
    database.close();
    assertThrows(OutboxException.class, this::after);
    assertNotNull(projection.trouble());
    assertEquals(List.of(Entries.result(2)), after());
    assertNull(projection.trouble());
    assertEquals(List.of(), quarantined());
  }

  @Test
  void getsWhatItMissedFromTheJournal() throws Exception {
    database.close();
    Entries.append(journal, 3, 3);
    projection.project(Entries.result(3));
    assertNotNull(projection.trouble());
    assertEquals(List.of(Entries.result(2), Entries.result(3)), after());
    assertEquals(new AckAnswer.Removed(3), projection.acknowledge(3, Optional.empty()));
    assertEquals(List.of(), after());
  }

  @Test
  void isMovedAsideWhenDamagedAndForgetsNoAcknowledgement() throws Exception {
    database.close();
    Files.write(state.resolve("db/outbox.mv.db"), new byte[20_000]);
    assertThrows(OutboxException.class, this::after);
    assertEquals(List.of(Entries.result(2)), after());
    assertEquals(1, projection.acknowledged().sequence());
    assertEquals(1, quarantined().size());
  }

  private List<JournalEntry.PassageResult> after() throws OutboxException {
    while (projection.behind()) {
      projection.heal();
    }
    return projection.after(0, 10).stream().map(OutboxRecord::result).toList();
  }

  private List<Path> quarantined() throws Exception {
    try (Stream<Path> files = Files.list(state.resolve("db"))) {
      return files.filter(f -> f.getFileName().toString().startsWith("quarantine-")).toList();
    }
  }
}
