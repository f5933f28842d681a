package egate.daemon.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.daemon.disk.DiskStorage;
import egate.daemon.disk.FaultPlan;
import egate.daemon.disk.SimulatedDisk;
import java.util.ArrayList;
import java.util.List;
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
      FaultPlan plan = new FaultPlan(seed);
      DiskStorage disk = new DiskStorage(new SimulatedDisk(plan), "journal");
      for (int cut = 0; cut < CUTS_PER_SEED; cut++) {
        plan.cutAfter(1 + plan.below(60));
        writeUntilCut(disk, plan);
        plan.restore();
        disk = disk.reboot();
        requireNothingLost(disk, "seed " + seed + ", cut " + cut);
      }
    }
  }

  private void writeUntilCut(DiskStorage disk, FaultPlan plan) {
    try (Journal journal = Entries.open(disk)) {
      while (plan.hasPower()) {
        JournalEntry entry = next(journal.recovery(), plan);
        journal.append(entry);
        acknowledged.add(entry);
      }
    } catch (JournalException e) {
      assertTrue(e.line().contains("power cut"), e.line());
    }
  }

  private static JournalEntry next(Recovery past, FaultPlan plan) {
    OpenPassage open = past.openPassage();
    if (open == null) {
      return new JournalEntry.PassageBegun(plan.below(1_000_000_000), past.lastPassage() + 1);
    }
    // Up to several sectors, so that an entry can lose one in its middle.
    String json = "x".repeat(1 + plan.below(3_000));
    return new JournalEntry.PassageResult(
        plan.below(1_000_000_000), open.passage(), past.lastSequence() + 1, json);
  }

  /** The entry under way at the cut may be there or not; it then counts as the others do. */
  private void requireNothingLost(DiskStorage disk, String when) throws JournalException {
    List<JournalEntry> found;
    try (Journal journal = Entries.open(disk.reboot())) {
      found = Entries.withoutStarts(journal);
    }
    assertTrue(found.size() >= acknowledged.size(), when);
    assertTrue(found.size() <= acknowledged.size() + 1, when);
    assertEquals(acknowledged, found.subList(0, acknowledged.size()), when);
    acknowledged.clear();
    acknowledged.addAll(found);
  }
}
