package egate.daemon.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.daemon.disk.DiskFilePath;
import egate.daemon.disk.DiskStorage;
import egate.daemon.disk.FaultPlan;
import egate.daemon.disk.SimulatedDisk;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A gate's stores on a disk that loses power, and central, which does not. */
final class CutMachine {
  private static final RecordPolicy POLICY = new RecordPolicy(0, 0, 1L << 40, 1L << 20, 1);

  private final FaultPlan plan;
  private final List<String> promised = new ArrayList<>();
  private final List<String> central = new ArrayList<>();
  private SimulatedDisk disk;
  private long day = 20_000;
  private long quarantines;

  CutMachine(long seed) {
    plan = new FaultPlan(seed);
    disk = new SimulatedDisk(plan);
  }

  long quarantines() {
    return quarantines;
  }

  /** Works until the power fails, then comes back to what the disk kept. */
  void runUntilCut() throws Exception {
    plan.cutAfter(1 + plan.below(250));
    try {
      run(Integer.MAX_VALUE);
    } catch (JournalException | OutboxException e) {
      if (plan.hasPower()) {
        throw e;
      }
    }
    plan.restore();
    disk = disk.reboot();
  }

  /** Comes back and sends everything; central must have each promised result once. */
  void runToTheEnd() throws Exception {
    run(1);
    assertEquals(promised, central.subList(0, promised.size()));
    assertTrue(central.size() <= promised.size() + 1, "results nobody wrote");
    AuditReport report =
        JournalAudit.of(new DiskStorage(disk, "journal"), Keys.devicePublic(), Optional.empty());
    assertEquals(List.of(), report.findings());
  }

  /** Walks at most so many passages, draining in between. */
  void run(int passages) throws Exception {
    String mounted = DiskFilePath.mount(disk);
    try (Journal journal = Entries.open(new DiskStorage(disk, "journal"), start());
        Outbox outbox =
            Outbox.open(
                OutboxFolder.at(mounted + "/db"),
                Keys.master(),
                journal,
                InstantSource.fixed(Entries.NOW))) {
      quarantines += outbox.opening().quarantine() == null ? 0 : 1;
      settle(journal);
      for (int i = 0; i < passages && plan.hasPower(); i++) {
        pass(journal, outbox);
        if (plan.below(3) == 0) {
          drain(outbox);
          keep(journal, outbox);
        }
      }
      if (plan.hasPower()) {
        drain(outbox);
        keep(journal, outbox);
      }
    } finally {
      DiskFilePath.unmount(mounted);
    }
  }

  private JournalEntry.Started start() {
    return new JournalEntry.Started(millis(), Entries.EPOCH, "0.1.0");
  }

  private long millis() {
    return day * 86_400_000L;
  }

  /** What was under way at the cut may be there or not; it then counts as the others do. */
  private void settle(Journal journal) throws JournalException {
    Recovery past = journal.recovery();
    assertTrue(past.lastSequence() >= promised.size(), "a promised result is lost");
    assertTrue(past.lastSequence() <= promised.size() + 1, "a result that nobody wrote");
    if (past.lastSequence() > promised.size()) {
      promised.add(journal.results().behind(promised.size(), 1).getFirst().json());
    }
    if (past.openPassage() != null) {
      end(journal, past.openPassage().passage());
    }
  }

  private void pass(Journal journal, Outbox outbox) throws JournalException {
    long passage = journal.recovery().lastPassage() + 1;
    journal.append(new JournalEntry.PassageBegun(millis(), passage));
    outbox.enqueue(end(journal, passage));
    day += plan.below(4) == 0 ? 1 : 0;
  }

  private JournalEntry.PassageResult end(Journal journal, long passage) throws JournalException {
    String json = "{\"p\":" + passage + ",\"x\":\"" + "y".repeat(plan.below(1_500)) + "\"}";
    var result =
        new JournalEntry.PassageResult(
            millis(), passage, journal.recovery().lastSequence() + 1, json);
    journal.append(result);
    promised.add(json);
    return result;
  }

  private void keep(Journal journal, Outbox outbox) throws JournalException {
    Anchor none = Anchor.read(Path.of("no-such-anchor"));
    RecordStores stores = new RecordStores(journal, outbox, telemetry(journal), none);
    new RecordKeeper(stores, Keys.device(), POLICY, InstantSource.fixed(Entries.NOW), _ -> {})
        .keep(Instant.ofEpochMilli(millis()));
  }

  private Telemetry telemetry(Journal journal) throws JournalException {
    return Telemetry.open(new DiskStorage(disk, "telemetry"), journal, 1L << 20);
  }

  /** Central takes what comes, in order, and acknowledges what it committed. */
  private void drain(Outbox outbox) throws InterruptedException, TimeoutException {
    try {
      while (outbox.acknowledged() < promised.size() && plan.hasPower()) {
        for (OutboxRecord record :
            outbox.oldestAfter(outbox.acknowledged(), 100).get(30, TimeUnit.SECONDS)) {
          commit(record);
        }
        var _ = outbox.acknowledge(Entries.EPOCH, central.size()).get(30, TimeUnit.SECONDS);
      }
    } catch (ExecutionException e) {
      // The database failed just now; the next round asks again, unless the power is off.
    }
  }

  private void commit(OutboxRecord record) {
    if (record.sequence() == central.size() + 1) {
      central.add(record.result().json());
    } else {
      assertEquals(central.get((int) record.sequence() - 1), record.result().json(), "double");
    }
  }
}
