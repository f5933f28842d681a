package egate.daemon.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.daemon.disk.DiskFilePath;
import egate.daemon.disk.DiskStorage;
import egate.daemon.disk.FaultPlan;
import egate.daemon.disk.SimulatedDisk;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Power cuts over journal and database alike, under one plan. The whole of it: {@code mvn -B -pl
 * edge-daemon -am test -Dtest=RecordPowerCutTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Degate.power-cuts=10000}.
 */
class RecordPowerCutTest {
  private static final int CUTS = Integer.getInteger("egate.power-cuts", 60);
  private static final int CUTS_PER_SEED = 10;
  private static final long FIRST_SEED = Long.getLong("egate.first-seed", 0);

  @Test
  void nothingIsLostOrDoubledAndNoStoreNeedsAPerson() throws Exception {
    long quarantines = 0;
    for (long seed = FIRST_SEED; (seed - FIRST_SEED) * CUTS_PER_SEED < CUTS; seed++) {
      CutMachine machine = new CutMachine(seed);
      try {
        for (int cut = 0; cut < CUTS_PER_SEED; cut++) {
          machine.runUntilCut();
        }
        machine.runToTheEnd();
      } catch (Exception | AssertionError e) {
        throw new AssertionError("seed " + seed, e);
      }
      quarantines += machine.quarantines();
      if (seed % 100 == 99) {
        System.out.println((seed + 1 - FIRST_SEED) * CUTS_PER_SEED + " power cuts survived");
      }
    }
    System.out.println(
        "%d power cuts: 0 lost, 0 double, 0 stores that need a person, %d databases rebuilt"
            .formatted(CUTS, quarantines));
  }

  /**
   * The same cuts with the database alone: were this not to lose, the test above proved nothing.
   */
  @Test
  void theDatabaseAloneLosesWhatItCommitted() throws Exception {
    int lost = 0;
    int unopened = 0;
    for (long seed = 0; seed < Math.min(CUTS, 20); seed++) {
      FaultPlan plan = new FaultPlan(seed);
      SimulatedDisk disk = new SimulatedDisk(plan);
      List<Long> committed = new ArrayList<>();
      plan.cutAfter(200 + plan.below(400));
      commitUntilCut(disk, committed);
      plan.restore();
      try (OutboxDatabase found = database(disk.reboot())) {
        lost += committed.size() - (int) Math.min(found.newest(), committed.size());
      } catch (SQLException e) {
        unopened++;
      }
    }
    System.out.println(
        "the database alone, %d power cuts: %d commits lost, %d databases that do not open"
            .formatted(Math.min(CUTS, 20), lost, unopened));
    assertTrue(lost + unopened > 0, "the simulated disk is kinder than a real one");
  }

  private static void commitUntilCut(SimulatedDisk disk, List<Long> committed) {
    Journal journal = memory();
    try (OutboxDatabase database = database(disk)) {
      for (long number = 1; disk.plan().hasPower(); number++) {
        ChainHash chain = Ledger.behind(database.newestChain(), Entries.result(number));
        database.insert(
            List.of(
                OutboxRow.seal(
                    new OutboxRecord(Entries.result(number), chain),
                    journal.keys(),
                    Entries.EPOCH)));
        committed.add(number);
      }
    } catch (SQLException e) {
      assertFalse(disk.plan().hasPower(), e.toString());
    }
  }

  private static OutboxDatabase database(SimulatedDisk disk) throws SQLException {
    String place = DiskFilePath.mount(disk) + "/db";
    return OutboxDatabase.open(OutboxFolder.at(place), Keys.master(), memory().standing());
  }

  private static Journal memory() {
    try {
      return Entries.open(new DiskStorage());
    } catch (JournalException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theSameHoldsWithoutAnyCut() throws Exception {
    CutMachine machine = new CutMachine(1);
    machine.run(50);
    machine.runToTheEnd();
    assertEquals(0, machine.quarantines());
  }
}
