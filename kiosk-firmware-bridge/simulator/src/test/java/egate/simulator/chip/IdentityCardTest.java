package egate.simulator.chip;

import static egate.simulator.chip.InspectedChip.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egate.emrtd.AccessPassword;
import egate.emrtd.ChipAccessDeniedException;
import egate.emrtd.EmrtdReader;
import egate.emrtd.Evidence;
import egate.emrtd.MrzFormat;
import egate.emrtd.PrintedPage;
import egate.inspection.InspectedDocument;
import egate.report.AccessProtocol;
import egate.report.Check;
import egate.report.DocumentType;
import egate.report.Judgement;
import egate.report.Verdict;
import egate.simulator.document.ChipProtocols;
import egate.simulator.document.Holder;
import egate.simulator.document.IssueOptions;
import egate.simulator.document.SampleDocuments;
import egate.simulator.document.TravelDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** TD1 and TD2 documents, numbers of more than nine characters, and the card access number. */
class IdentityCardTest {
  private static final String CAN = "500540";
  private static final String WRONG_CAN = "500541";

  @ParameterizedTest
  @EnumSource(names = {"TD1", "TD2"})
  void isReadAndAcceptedWithTheMrzAndWithTheCan(MrzFormat format) throws Exception {
    TravelDocument card = SampleDocuments.identityCard(format, 3);
    for (List<String> lines : List.of(card.mrz().lines(), card.printedLines())) {
      InspectedDocument document = inspect(card, lines);
      assertEquals(Judgement.ACCEPTED, document.judgement(), document.checks().toString());
      assertEquals(DocumentType.IDENTITY_CARD, document.type());
      assertEquals(AccessProtocol.PACE, document.access());
      assertEquals(Verdict.PASSED, result(document, Check.MRZ_EQUALS_DG1).verdict());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"TD1", "TD2"})
  void isOpenedWithBacByItsLongNumber(MrzFormat format) throws Exception {
    TravelDocument card =
        SampleDocuments.issuer()
            .issue(
                Holder.of(3, SampleDocuments.TODAY).numbered("D23145890734"),
                SampleDocuments.portrait(1_000),
                SampleDocuments.finger(3),
                IssueOptions.standard()
                    .withoutFinger()
                    .withFormat(format)
                    .withProtocols(ChipProtocols.bacOnly()));
    InspectedDocument document = inspect(card, card.mrz().lines());
    assertEquals(AccessProtocol.BAC, document.access());
    assertEquals(Judgement.ACCEPTED, document.judgement(), document.checks().toString());
  }

  @Test
  void theCanAloneOpensAChipWithPaceAndNoOther() throws Exception {
    TravelDocument card = SampleDocuments.identityCard(MrzFormat.TD1, 3);
    assertEquals(AccessProtocol.PACE, read(card, AccessPassword.ofCan(CAN)).access());
    assertThrows(
        ChipAccessDeniedException.class, () -> read(card, AccessPassword.ofCan(WRONG_CAN)));
    TravelDocument old =
        SampleDocuments.passport(3, IssueOptions.standard().withProtocols(ChipProtocols.bacOnly()));
    assertThrows(ChipAccessDeniedException.class, () -> read(old, AccessPassword.ofCan(CAN)));
  }

  @Test
  void aCanThatWasReadWrongLeavesTheMrz() throws Exception {
    TravelDocument card = SampleDocuments.identityCard(MrzFormat.TD1, 3);
    List<String> misread = new ArrayList<>(card.mrz().lines());
    misread.add(WRONG_CAN);
    assertEquals(Judgement.ACCEPTED, inspect(card, misread).judgement());
  }

  @Test
  void aDocumentWithoutACanIsOpenedWithTheMrzWhateverTheReaderSees() throws Exception {
    TravelDocument passport = SampleDocuments.passport(3);
    List<String> lines = new ArrayList<>(passport.mrz().lines());
    lines.add(CAN);
    assertEquals(Judgement.ACCEPTED, inspect(passport, lines).judgement());
  }

  private static InspectedDocument inspect(TravelDocument card, List<String> lines)
      throws Exception {
    PrintedPage page = PrintedPage.parse(lines);
    return InspectedChip.judge(
        page.mrz(), read(card, page.passwords().toArray(AccessPassword[]::new)));
  }

  private static Evidence read(TravelDocument card, AccessPassword... passwords) throws Exception {
    SimulatedChip chip = new SimulatedChip(card, new Random(1));
    try (EmrtdReader reader = new EmrtdReader(List.of(passwords), new Random(2), () -> 0)) {
      return reader.read(new DirectChannel(chip, 65_536));
    }
  }
}
