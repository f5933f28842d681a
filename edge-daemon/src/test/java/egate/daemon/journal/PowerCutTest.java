package egate.daemon.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** The promise: what append returned for is there after any power cut. */
class PowerCutTest {
  private static final int SEEDS = 100;
  private static final int CUTS_PER_SEED = 5;

  private final List<JournalEntry> acknowledged = new ArrayList<>();

  @Test
  void noAcknowledgedEntryIsLost() throws JournalException {
    for (long seed = 0; seed < SEEDS; seed++) {
      acknowledged.clear();
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      CuttableStorage disk = new CuttableStorage();
      for (int cut = 0; cut < CUTS_PER_SEED; cut++) {
        disk.cutAfter(random.nextInt(1, 60));
        writeUntilCut(disk, random);
        disk = disk.reboot(random);
        requireNothingLost(disk, "seed " + seed + ", cut " + cut);
      }
    }
  }

  private void writeUntilCut(CuttableStorage disk, RandomGenerator random) {
    try (Journal journal = Journal.open(disk, Entries.START)) {
      while (disk.hasPower()) {
        JournalEntry entry = next(journal.recovery(), random);
        journal.append(entry);
        acknowledged.add(entry);
      }
    } catch (JournalException e) {
      assertTrue(e.line().contains("power cut"), e.line());
    }
  }

  private static JournalEntry next(Recovery past, RandomGenerator random) {
    OpenPassage open = past.openPassage();
    if (open == null) {
      return new JournalEntry.PassageBegun(random.nextLong(), past.lastPassage() + 1);
    }
    // Up to several sectors, so that an entry can lose one in its middle.
    String json = "x".repeat(random.nextInt(1, 3_000));
    return new JournalEntry.PassageResult(
        random.nextLong(), open.passage(), past.lastSequence() + 1, json);
  }

  /** The entry under way at the cut may be there or not; it then counts as the others do. */
  private void requireNothingLost(CuttableStorage disk, String when) throws JournalException {
    List<JournalEntry> found = new ArrayList<>();
    JournalReader.read(
        disk,
        recorded -> {
          if (!(recorded.entry() instanceof JournalEntry.Started)) {
            found.add(recorded.entry());
          }
        });
    assertTrue(found.size() >= acknowledged.size(), when);
    assertTrue(found.size() <= acknowledged.size() + 1, when);
    assertEquals(acknowledged, found.subList(0, acknowledged.size()), when);
    acknowledged.clear();
    acknowledged.addAll(found);
  }
}
