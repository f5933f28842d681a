package egate.daemon.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.daemon.disk.DiskStorage;
import egate.daemon.disk.FaultPlan;
import egate.daemon.disk.SimulatedDisk;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TelemetryTest {
  private static final long MOST = 3L * Telemetry.SEGMENT_MAX;

  private final DiskStorage journalDisk = new DiskStorage();
  private final DiskStorage disk = new DiskStorage();
  private final Journal journal = journal();
  private Telemetry telemetry = open(disk);

  private Journal journal() {
    try {
      return Entries.open(journalDisk);
    } catch (JournalException e) {
      throw new AssertionError(e);
    }
  }

  private Telemetry open(DiskStorage storage) {
    try {
      return Telemetry.open(storage, journal, MOST);
    } catch (JournalException e) {
      throw new AssertionError(e);
    }
  }

  private void append(long first, long last) {
    for (long number = first; number <= last; number++) {
      telemetry.append(number, observation(number));
    }
  }

  private static String observation(long number) {
    return "{\"n\":" + number + ",\"pad\":\"" + "x".repeat(1_000) + "\"}";
  }

  private static List<Long> sequences(List<TelemetryRecord> records) {
    return records.stream().map(TelemetryRecord::sequence).toList();
  }

  private static List<Long> range(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }

  private List<JournalEntry.TelemetryGap> gaps() throws JournalException {
    List<JournalEntry.TelemetryGap> gaps = new ArrayList<>();
    journal.replay(
        recorded -> {
          if (recorded.entry() instanceof JournalEntry.TelemetryGap gap) {
            gaps.add(gap);
          }
        });
    return gaps;
  }

  @Test
  void observationsComeOutInOrderAndOutliveARestart() throws Exception {
    append(1, 5);
    assertEquals(new TelemetryRecord(2, 2, observation(2)), telemetry.oldestAfter(1, 1).getFirst());
    telemetry.close();

    UUID before = telemetry.epoch();
    telemetry = open(disk);
    assertEquals(before, telemetry.epoch());
    append(6, 6);
    assertEquals(range(1, 6), sequences(telemetry.oldestAfter(0, 100)));
    assertEquals(6, telemetry.depth());
  }

  @Test
  void theOldestMakeRoomAndEachGapIsOnRecord() throws Exception {
    append(1, 2_000);
    List<JournalEntry.TelemetryGap> gaps = gaps();
    long kept = gaps.getLast().last() + 1;
    assertEquals(range(kept, 2_000), sequences(telemetry.oldestAfter(0, 10_000)));
    assertEquals(1, gaps.getFirst().first());
    for (int i = 1; i < gaps.size(); i++) {
      assertEquals(gaps.get(i - 1).last() + 1, gaps.get(i).first());
    }
    assertTrue(disk.segments().size() <= 4, disk.segments().toString());
  }

  @Test
  void whatCentralHasMakesRoomWithoutAGap() throws Exception {
    append(1, 2_000);
    int gaps = gaps().size();
    telemetry.acknowledge(UUID.randomUUID(), 1_900);
    telemetry.acknowledge(telemetry.epoch(), 99_999);
    assertNotEquals(100, telemetry.depth());
    telemetry.acknowledge(telemetry.epoch(), 1_900);
    assertEquals(100, telemetry.depth());
    append(2_001, 2_200);
    assertEquals(gaps, gaps().size());
  }

  @Test
  void aNumberThatWasSentIsNeverUsedAgain() throws Exception {
    for (long seed = 0; seed < 50; seed++) {
      FaultPlan plan = new FaultPlan(seed);
      DiskStorage cut = new DiskStorage(new SimulatedDisk(plan), "telemetry");
      telemetry = open(cut);
      append(1, 10);
      List<TelemetryRecord> sent = telemetry.oldestAfter(0, 100);
      append(11, 20);
      telemetry = open(cut.reboot());
      telemetry.append(0, "{}");
      List<TelemetryRecord> found = telemetry.oldestAfter(0, 100);
      assertEquals(sent, found.subList(0, sent.size()), "seed " + seed);
      assertEquals("{}", found.getLast().json());
    }
  }

  @Test
  void aDiskThatFailsCostsObservationsAndNothingElse() {
    append(1, 3);
    disk.disk().capacity(1);
    append(4, 6);
    assertEquals(3, telemetry.lost());
    assertEquals(3, telemetry.depth());
  }

  @Test
  void nothingReadableLiesOnTheDisk() throws Exception {
    append(1, 3);
    String file = new String(disk.read(disk.segments().getFirst()), StandardCharsets.ISO_8859_1);
    assertFalse(file.contains("pad"));
    assertThrows(IllegalArgumentException.class, () -> telemetry.append(0, ""));
  }
}
