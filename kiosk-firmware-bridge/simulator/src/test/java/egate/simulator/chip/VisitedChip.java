package egate.simulator.chip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.emrtd.CardChannel;
import egate.emrtd.CardLostException;
import egate.emrtd.ChipAccessDeniedException;
import egate.emrtd.ChipProtocolException;
import egate.emrtd.EmrtdReader;
import egate.emrtd.Evidence;
import egate.emrtd.Mrz;
import egate.emrtd.StepEvidence;
import egate.emrtd.lds.LdsFile;
import egate.inspection.InspectedDocument;
import egate.inspection.Inspection;
import egate.report.Judgement;
import egate.report.Reason;
import egate.report.Verdict;
import egate.report.WallTime;
import egate.simulator.document.ElementaryFile;
import egate.simulator.document.SampleDocuments;
import egate.simulator.document.TravelDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A chip read and judged as the gate does it: presented again after each loss up to the third, and
 * with the gate's reason where it cannot be read. The wire is watched: outside secure messaging
 * nothing but EF.CardAccess may be read, and what is accepted is what was issued.
 */
final class VisitedChip implements CardChannel {
  private static final int CHIP_LOSSES_MAX = 3;
  private static final int SECURED = 0x0C;
  private static final byte READ_BINARY = (byte) 0xB0;
  private static final byte SELECT = (byte) 0xA4;
  private static final byte CARD_ACCESS = (byte) 0x9C;

  private final TravelDocument document;
  private final SimulatedChip chip;
  private final List<StepEvidence> steps = new ArrayList<>();
  private final InspectedDocument inspected;
  private boolean cardAccessSelected;
  private int commands;
  private int reads;
  private int refusedLengths;

  private VisitedChip(TravelDocument document, Behaviour behaviour) throws Exception {
    this.document = document;
    this.chip = new SimulatedChip(document, new Random(1), behaviour);
    try (Mrz mrz = Mrz.parse(document.mrz().lines());
        EmrtdReader reader = new EmrtdReader(mrz, new Random(2), () -> 0)) {
      this.inspected = inspect(mrz, reader);
    }
  }

  static VisitedChip visit(TravelDocument document, Behaviour behaviour) throws Exception {
    return new VisitedChip(document, behaviour);
  }

  private InspectedDocument inspect(Mrz mrz, EmrtdReader reader) throws Exception {
    try {
      Evidence evidence = read(reader);
      steps.addAll(evidence.steps());
      InspectedDocument judged = InspectedChip.judge(mrz, evidence);
      if (judged.judgement() == Judgement.ACCEPTED) {
        evidence.files().forEach(this::assertIssued);
      }
      return judged;
    } catch (ChipAccessDeniedException e) {
      return unread(mrz, Reason.CHIP_ACCESS_DENIED);
    } catch (ChipProtocolException e) {
      return unread(mrz, Reason.CHIP_PROTOCOL);
    } catch (IOException e) {
      return unread(mrz, Reason.CHIP_LOST);
    }
  }

  private Evidence read(EmrtdReader reader)
      throws IOException, ChipAccessDeniedException, ChipProtocolException {
    for (int losses = 0; ; losses++) {
      try {
        return reader.read(this);
      } catch (CardLostException e) {
        if (losses == CHIP_LOSSES_MAX) {
          throw e;
        }
        chip.powerOn();
      }
    }
  }

  private static InspectedDocument unread(Mrz mrz, Reason reason) {
    return Inspection.withoutChip(mrz, reason, WallTime.on(SampleDocuments.TODAY));
  }

  private void assertIssued(LdsFile file, byte[] bytes) {
    ElementaryFile same =
        ElementaryFile.ofIdentifier(file.fileId(), file != LdsFile.EF_CARD_ACCESS).orElseThrow();
    assertArrayEquals(document.file(same).orElseThrow(), bytes, file.text());
  }

  @Override
  public int responseBytesMax() {
    return 65_536;
  }

  @Override
  public int commandBytesMax() {
    return 65_545;
  }

  @Override
  public byte[] transmit(byte[] command) throws CardLostException {
    commands++;
    boolean reading = command[1] == READ_BINARY;
    if ((command[0] & SECURED) == 0) {
      watchPlaintext(command);
    }
    reads += reading ? 1 : 0;
    byte[] response =
        chip.transmit(command).orElseThrow(() -> new CardLostException("left the field"));
    refusedLengths += reading && response[response.length - 2] == 0x67 ? 1 : 0;
    return response;
  }

  private void watchPlaintext(byte[] command) {
    if (command[1] == SELECT) {
      cardAccessSelected = command[command.length - 1] == 0x1C;
    } else if (command[1] == READ_BINARY) {
      cardAccessSelected |= command[2] == CARD_ACCESS;
      assertTrue(cardAccessSelected, "a file was read in plaintext");
    }
  }

  Judgement judgement() {
    return inspected.judgement();
  }

  /** Judgement and first cause, in the words of results. */
  String ending() {
    String judgement = word(inspected.judgement());
    return inspected.checks().stream()
        .filter(result -> result.verdict() != Verdict.PASSED)
        .filter(result -> result.verdict() != Verdict.NOT_SUPPORTED)
        .map(egate.report.CheckResult::reason)
        .sorted()
        .findFirst()
        .map(reason -> judgement + " " + word(reason))
        .orElse(judgement);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Of a passage that came to its end. */
  List<StepEvidence> steps() {
    return steps;
  }

  int commands() {
    return commands;
  }

  /** READ BINARY commands. */
  int reads() {
    return reads;
  }

  /** READ BINARY commands that were answered with 67xx. */
  int refusedLengths() {
    return refusedLengths;
  }
}
