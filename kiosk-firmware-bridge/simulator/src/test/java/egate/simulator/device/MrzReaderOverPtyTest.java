package egate.simulator.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egate.bridge.reader.MrzFramer;
import egate.bridge.reader.MrzReader;
import egate.bridge.serial.LineLostException;
import egate.report.Health;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MrzReaderOverPtyTest {
  /** Doc 9303-4, appendix B. */
  private static final List<String> TD3 =
      List.of(
          "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
          "L898902C36UTO7408122F1204159ZE184226B<<<<<10");

  /** Doc 9303-5, appendix B. */
  private static final List<String> TD1 =
      List.of(
          "I<UTOD231458907<<<<<<<<<<<<<<<",
          "7408122F1204159UTO<<<<<<<<<<<6",
          "ERIKSSON<<ANNA<MARIA<<<<<<<<<<");

  @TempDir Path folder;

  @Test
  void aScanArrivesAsItsLines() throws Exception {
    assertEquals(TD3, scanned(MrzReaderDevice.Framing.SOH_OU, "soh-ou", TD3, Pace.FAST));
  }

  @Test
  void threeLinesArriveAtTrueSpeed() throws Exception {
    assertEquals(TD1, scanned(MrzReaderDevice.Framing.SOH_OU, "soh-ou", TD1, Pace.REAL));
  }

  @Test
  void aReaderThatMustBeAskedTellsItsLinesOnce() throws Exception {
    assertEquals(TD3, scanned(MrzReaderDevice.Framing.I_49, "i-49", TD3, Pace.FAST));
  }

  @Test
  void aMisreadCharacterArrivesAsTheReaderSawIt() throws Exception {
    MrzReaderDevice device = new MrzReaderDevice(MrzReaderDevice.Framing.SOH_OU);
    try (Bench bench = new Bench(folder, device, 9_600, Pace.FAST);
        MrzReader reader = reader(bench, "soh-ou")) {
      device.scanMisread(TD3, 1, 9);
      List<String> seen = Deadline.within(2_000, reader::poll, lines -> !lines.isEmpty());
      assertEquals(TD3.get(0), seen.get(0));
      assertNotEquals(TD3.get(1), seen.get(1));
    }
  }

  @Test
  void whatWasScannedBeforeTheLineWasOpenedIsNobodys() throws Exception {
    MrzReaderDevice device = new MrzReaderDevice(MrzReaderDevice.Framing.SOH_OU);
    try (Bench bench = new Bench(folder, device, 9_600, Pace.FAST)) {
      try (MrzReader first = reader(bench, "soh-ou")) {
        device.scan(TD1);
        Deadline.within(2_000, first::poll, lines -> !lines.isEmpty());
        device.scan(TD3);
      }
      try (MrzReader second = reader(bench, "soh-ou")) {
        assertEquals(List.of(), second.poll());
      }
    }
  }

  @Test
  void anUnpluggedReaderIsLostAndComesBackWhenPluggedAgain() throws Exception {
    MrzReaderDevice device = new MrzReaderDevice(MrzReaderDevice.Framing.SOH_OU);
    try (Bench bench = new Bench(folder, device, 9_600, Pace.FAST)) {
      try (MrzReader reader = reader(bench, "soh-ou")) {
        assertEquals(Health.OK, reader.health());
        bench.port().unplug();
        Deadline.within(1_000, reader::health, Health.LOST::equals);
        assertThrows(LineLostException.class, reader::poll);
      }
      bench.port().plug();
      try (MrzReader reader = reader(bench, "soh-ou")) {
        device.scan(TD3);
        assertEquals(TD3, Deadline.within(2_000, reader::poll, lines -> !lines.isEmpty()));
      }
    }
  }

  private List<String> scanned(
      MrzReaderDevice.Framing framing, String driver, List<String> lines, Pace pace)
      throws Exception {
    MrzReaderDevice device = new MrzReaderDevice(framing);
    try (Bench bench = new Bench(folder, device, 9_600, pace);
        MrzReader reader = reader(bench, driver)) {
      assertEquals(List.of(), reader.poll());
      device.scan(lines);
      List<String> seen = Deadline.within(2_000, reader::poll, found -> !found.isEmpty());
      assertEquals(List.of(), reader.poll());
      return seen;
    }
  }

  private static MrzReader reader(Bench bench, String driver) throws LineLostException {
    return new MrzReader(bench.line(), MrzFramer.named(driver), System::nanoTime);
  }
}
