package egate.simulator.chip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.emrtd.CardChannel;
import egate.emrtd.ChipAuthenticationProtocol;
import egate.emrtd.ChipAuthenticationTranscript;
import egate.emrtd.EmrtdReader;
import egate.emrtd.Evidence;
import egate.emrtd.Mrz;
import egate.emrtd.PaceMapping;
import egate.emrtd.PaceProtocol;
import egate.emrtd.PaceTranscript;
import egate.emrtd.SessionAlgorithm;
import egate.emrtd.StandardParameters;
import egate.emrtd.lds.LdsFile;
import egate.report.AccessProtocol;
import egate.simulator.document.ChipProtocols;
import egate.simulator.document.ElementaryFile;
import egate.simulator.document.IssueOptions;
import egate.simulator.document.PaceOffer;
import egate.simulator.document.SampleDocuments;
import egate.simulator.document.TravelDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reader's side of each protocol against the simulated chip's. */
class ProtocolsOnChipTest {

  /** Each mapping with each cipher, and each mapping with each set of domain parameters. */
  static Stream<PaceOffer> offers() {
    List<PaceOffer> offers = new ArrayList<>();
    for (SessionAlgorithm algorithm : SessionAlgorithm.values()) {
      offers.add(offer(PaceMapping.GENERIC, algorithm, StandardParameters.MODP_1024_160));
      offers.add(offer(PaceMapping.INTEGRATED, algorithm, StandardParameters.MODP_1024_160));
      offers.add(offer(PaceMapping.GENERIC, algorithm, StandardParameters.P_256));
      offers.add(offer(PaceMapping.INTEGRATED, algorithm, StandardParameters.P_256));
      if (algorithm != SessionAlgorithm.TRIPLE_DES) {
        offers.add(offer(PaceMapping.CHIP_AUTHENTICATION, algorithm, StandardParameters.P_256));
      }
    }
    for (StandardParameters parameters : StandardParameters.values()) {
      offers.add(offer(PaceMapping.GENERIC, SessionAlgorithm.AES_128, parameters));
      if (parameters.allowsIntegratedMapping()) {
        offers.add(offer(PaceMapping.INTEGRATED, SessionAlgorithm.AES_128, parameters));
      }
      if (parameters.isCurve()) {
        offers.add(offer(PaceMapping.CHIP_AUTHENTICATION, SessionAlgorithm.AES_128, parameters));
      }
    }
    return offers.stream().distinct();
  }

  private static PaceOffer offer(
      PaceMapping mapping, SessionAlgorithm algorithm, StandardParameters parameters) {
    return new PaceOffer(new PaceProtocol(mapping, parameters.isCurve(), algorithm), parameters);
  }

  @ParameterizedTest
  @MethodSource("offers")
  void everyPaceOpensTheChip(PaceOffer offer) throws Exception {
    TravelDocument document = document(ChipProtocols.bacOnly().withPace(offer));
    Evidence evidence = read(document);

    assertEquals(AccessProtocol.PACE, evidence.access());
    PaceTranscript pace = evidence.transcripts().pace().orElseThrow();
    assertEquals(offer, new PaceOffer(pace.protocol(), pace.parameters()));
    assertRead(document, evidence, LdsFile.DG2, ElementaryFile.DG2);
  }

  static Stream<ChipProtocols.ChipAuthenticationOffer> chipAuthentications() {
    List<ChipProtocols.ChipAuthenticationOffer> offers = new ArrayList<>();
    for (SessionAlgorithm algorithm : SessionAlgorithm.values()) {
      for (StandardParameters parameters :
          List.of(
              StandardParameters.MODP_2048_224,
              StandardParameters.P_256,
              StandardParameters.BRAINPOOL_P384R1)) {
        offers.add(
            new ChipProtocols.ChipAuthenticationOffer(
                new ChipAuthenticationProtocol(parameters.isCurve(), algorithm), parameters));
      }
    }
    return offers.stream();
  }

  @ParameterizedTest
  @MethodSource("chipAuthentications")
  void everyChipAuthenticationProvesTheKey(ChipProtocols.ChipAuthenticationOffer offer)
      throws Exception {
    TravelDocument document =
        document(
            ChipProtocols.standard().withChipAuthentication(offer.protocol(), offer.parameters()));
    Evidence evidence = read(document);

    ChipAuthenticationTranscript transcript =
        evidence.transcripts().chipAuthentication().orElseThrow();
    assertEquals(offer.protocol(), transcript.protocol());
    assertTrue(transcript.proves(transcript.chipKeyInfo()));
    assertRead(document, evidence, LdsFile.DG3, ElementaryFile.DG3);
  }

  /** Some chips want DO 84 although EF.CardAccess offers but one set of parameters. */
  @Test
  void aChipThatInsistsOnItsParametersBeingNamedIsOpened() throws Exception {
    TravelDocument document = document(ChipProtocols.standard());
    SimulatedChip chip = new SimulatedChip(document, new Random(1));
    CardChannel insisting = new InsistingChannel(new DirectChannel(chip, 256));
    assertEquals(AccessProtocol.PACE, read(document, insisting).access());
  }

  /** Refuses MSE:Set AT of PACE whose last object is not DO 84. */
  private record InsistingChannel(CardChannel chip) implements CardChannel {
    @Override
    public int responseBytesMax() {
      return chip.responseBytesMax();
    }

    @Override
    public int commandBytesMax() {
      return chip.commandBytesMax();
    }

    @Override
    public byte[] transmit(byte[] command) throws IOException {
      boolean pace = command[1] == 0x22 && command[2] == (byte) 0xC1;
      return pace && command[command.length - 3] != (byte) 0x84
          ? new byte[] {0x6A, (byte) 0x80}
          : chip.transmit(command);
    }
  }

  @Test
  void bacOpensAChipWithoutPace() throws Exception {
    TravelDocument document = document(ChipProtocols.bacOnly());
    Evidence evidence = read(document);
    assertEquals(AccessProtocol.BAC, evidence.access());
    assertRead(document, evidence, LdsFile.DG2, ElementaryFile.DG2);
  }

  private static void assertRead(
      TravelDocument document, Evidence evidence, LdsFile file, ElementaryFile same) {
    assertArrayEquals(document.file(same).orElseThrow(), evidence.file(file).orElseThrow());
  }

  private static TravelDocument document(ChipProtocols protocols) {
    return SampleDocuments.passport(3, IssueOptions.standard().withProtocols(protocols));
  }

  private static Evidence read(TravelDocument document) throws Exception {
    return read(document, new DirectChannel(new SimulatedChip(document, new Random(1)), 65_536));
  }

  private static Evidence read(TravelDocument document, CardChannel channel) throws Exception {
    try (EmrtdReader reader =
        new EmrtdReader(Mrz.parse(document.mrz().lines()), new Random(2), () -> 0)) {
      return reader.read(channel);
    }
  }
}
