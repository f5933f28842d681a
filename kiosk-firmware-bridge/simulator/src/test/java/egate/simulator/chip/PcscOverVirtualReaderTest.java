package egate.simulator.chip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.bridge.reader.PcscReader;
import egate.bridge.serial.LineLostException;
import egate.emrtd.CardChannel;
import egate.emrtd.CardLostException;
import egate.emrtd.EmrtdReader;
import egate.emrtd.Evidence;
import egate.emrtd.Mrz;
import egate.emrtd.StepEvidence;
import egate.emrtd.lds.LdsFile;
import egate.report.AccessProtocol;
import egate.report.Health;
import egate.simulator.document.ElementaryFile;
import egate.simulator.document.Holder;
import egate.simulator.document.IssueOptions;
import egate.simulator.document.Issuer;
import egate.simulator.document.SampleDocuments;
import egate.simulator.document.TravelDocument;
import java.time.Duration;
import java.time.LocalDate;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The PC/SC transport against Debian's pcscd, its virtual reader and an emulated chip. */
class PcscOverVirtualReaderTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
  private static final Duration PRESENTED = Duration.ofSeconds(10);
  private static final int MID_READ_COMMANDS = 9;
  private static final byte[] CHALLENGE = {0, (byte) 0x84, 0, 0, 8};

  private final TravelDocument document =
      Issuer.of("UTO", 5, TODAY)
          .issue(
              Holder.of(5, TODAY),
              SampleDocuments.portrait(),
              SampleDocuments.finger(5),
              IssueOptions.standard());

  private VirtualPcsc pcsc;

  @BeforeEach
  void start() throws Exception {
    pcsc = VirtualPcsc.start();
  }

  @AfterEach
  void stop() throws Exception {
    if (pcsc != null) {
      pcsc.stop();
    }
  }

  private void layDown(Behaviour behaviour) {
    pcsc.field().present(new SimulatedChip(document, new SplittableRandom(3), behaviour));
  }

  private EmrtdReader emrtd() throws Exception {
    return new EmrtdReader(
        Mrz.parse(document.mrz().lines()), new SplittableRandom(4), System::nanoTime);
  }

  private static CardChannel chip(PcscReader reader) throws Exception {
    return reader.poll(PRESENTED).orElseThrow();
  }

  @Test
  void readsADocumentInLongAnswersAndInShortOnes() throws Exception {
    layDown(Behaviour.capable());
    int extended = commands(4_096);
    int plain = commands(256);
    assertTrue(extended < 40 && plain > 100, extended + " and " + plain + " commands");
  }

  private int commands(int responseBytesMax) throws Exception {
    try (PcscReader reader = pcsc.reader(responseBytesMax);
        EmrtdReader emrtd = emrtd();
        Evidence evidence = emrtd.read(chip(reader))) {
      assertArrayEquals(
          document.file(ElementaryFile.DG3).orElseThrow(),
          evidence.file(LdsFile.DG3).orElseThrow());
      assertEquals(AccessProtocol.PACE, evidence.access());
      return evidence.steps().stream().mapToInt(StepEvidence::commands).sum();
    }
  }

  @Test
  void aDocumentThatIsMovedIsReadOnWhenItComesBack() throws Exception {
    layDown(Behaviour.capable().leavingAfter(MID_READ_COMMANDS));
    try (PcscReader reader = pcsc.reader(4_096);
        EmrtdReader emrtd = emrtd()) {
      CardChannel chip = chip(reader);
      assertThrows(CardLostException.class, () -> emrtd.read(chip));
      assertTrue(reader.poll(Duration.ofMillis(100)).isEmpty());
      layDown(Behaviour.capable());
      try (Evidence evidence = emrtd.read(chip(reader))) {
        assertTrue(evidence.file(LdsFile.DG2).isPresent());
      }
    }
  }

  @Test
  void aChipThatIsSwappedInMidReadIsLost() throws Exception {
    layDown(Behaviour.capable());
    try (PcscReader reader = pcsc.reader(4_096)) {
      CardChannel chip = chip(reader);
      byte[] select = {0, (byte) 0xA4, 4, 0x0C, 7, (byte) 0xA0, 0, 0, 2, 0x47, 0x10, 1};
      assertEquals(2, chip.transmit(select).length);
      layDown(Behaviour.capable());
      assertThrows(CardLostException.class, () -> chip.transmit(select));
      assertEquals(2, chip(reader).transmit(select).length);
    }
  }

  @Test
  void aKilledPcscdIsALostReaderAndANewOneIsFound() throws Exception {
    layDown(Behaviour.capable());
    try (PcscReader reader = pcsc.reader(4_096)) {
      CardChannel chip = chip(reader);
      pcsc.daemon().kill();
      assertThrows(LineLostException.class, () -> chip.transmit(CHALLENGE));
      assertEquals(Health.LOST, reader.health());
      assertThrows(LineLostException.class, () -> reader.poll(Duration.ZERO));
    }
    pcsc.daemon().restart();
    try (PcscReader reader = pcsc.reader(4_096)) {
      assertEquals(Health.OK, reader.health());
      chip(reader);
    }
  }

  @Test
  void aPcscdThatStandsStillIsALostReaderToo() throws Exception {
    layDown(Behaviour.capable());
    try (PcscReader reader = pcsc.reader(4_096)) {
      signal("STOP");
      assertThrows(LineLostException.class, () -> reader.poll(Duration.ofMillis(100)));
      assertEquals(Health.LOST, reader.health());
    } finally {
      signal("CONT");
    }
  }

  private void signal(String name) throws Exception {
    String kill = "kill -" + name + " " + pcsc.daemon().pid();
    assertEquals(0, new ProcessBuilder("sh", "-c", kill).start().waitFor());
  }

  @Test
  void aReaderThatIsUnpluggedIsLostAndOneThatIsPluggedInLaterIsFound() throws Exception {
    layDown(Behaviour.capable());
    try (PcscReader reader = pcsc.reader(4_096)) {
      CardChannel chip = chip(reader);
      unplug();
      assertThrows(LineLostException.class, () -> chip.transmit(CHALLENGE));
      assertThrows(LineLostException.class, () -> reader.poll(Duration.ZERO));
      assertEquals(Health.LOST, reader.health());
    }
    LineLostException lost = assertThrows(LineLostException.class, () -> VirtualPcsc.open(256));
    assertTrue(lost.toString().contains("no PC/SC reader is named"), lost.toString());
    pcsc.daemon().kill();
    pcsc.daemon().plugReader();
    pcsc.daemon().restart();
    try (PcscReader reader = pcsc.reader(4_096)) {
      chip(reader);
    }
  }

  /** Debian's pcscd takes its list of such readers at its start alone. */
  private void unplug() throws Exception {
    pcsc.daemon().kill();
    pcsc.daemon().unplugReader();
    pcsc.daemon().restart();
    pcsc.awaitService();
  }
}
