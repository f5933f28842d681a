package egate.simulator.chip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egate.emrtd.CardLostException;
import egate.emrtd.EmrtdReader;
import egate.emrtd.Evidence;
import egate.emrtd.Mrz;
import egate.emrtd.lds.LdsFile;
import egate.simulator.document.ElementaryFile;
import egate.simulator.document.SampleDocuments;
import egate.simulator.document.TravelDocument;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The inspection system's own reader, on the simulated chip, without any wire between them. */
class EmrtdReaderOnChipTest {
  private final TravelDocument document = SampleDocuments.passport(3);

  @Test
  void theReaderReadsEveryFile() throws Exception {
    assertRead(Behaviour.capable(), 65_536);
    assertRead(Behaviour.capable(), 256);
    assertRead(Behaviour.capable().withLeMax(223), 65_536);
    assertRead(Behaviour.capable().withLeMax(128), 256);
  }

  @Test
  void aLostChipIsReadOnWhenItIsBack() throws Exception {
    SimulatedChip chip =
        new SimulatedChip(document, new Random(1), Behaviour.capable().leavingAfter(12));
    try (EmrtdReader reader = reader()) {
      assertThrows(CardLostException.class, () -> reader.read(new DirectChannel(chip, 256)));
      chip.powerOn();
      assertComplete(reader.read(new DirectChannel(chip, 256)));
    }
  }

  private void assertRead(Behaviour behaviour, int responseBytesMax) throws Exception {
    SimulatedChip chip = new SimulatedChip(document, new Random(1), behaviour);
    try (EmrtdReader reader = reader()) {
      assertComplete(reader.read(new DirectChannel(chip, responseBytesMax)));
    }
  }

  private void assertComplete(Evidence evidence) {
    assertEquals(7, evidence.files().size());
    for (LdsFile file : evidence.files().keySet()) {
      boolean ofApplication = file != LdsFile.EF_CARD_ACCESS;
      ElementaryFile same = ElementaryFile.ofIdentifier(file.fileId(), ofApplication).orElseThrow();
      assertArrayEquals(
          document.file(same).orElseThrow(), evidence.file(file).orElseThrow(), file.name());
    }
  }

  private EmrtdReader reader() throws Exception {
    return new EmrtdReader(Mrz.parse(document.mrz().lines()), new Random(2), () -> 0);
  }
}
