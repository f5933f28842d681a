package egate.simulator.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.emrtd.StepEvidence;
import egate.report.Judgement;
import egate.simulator.chip.Misbehaviour.Fault;
import egate.simulator.document.ActiveAuthenticationScheme;
import egate.simulator.document.ChipProtocols;
import egate.simulator.document.Holder;
import egate.simulator.document.IssueOptions;
import egate.simulator.document.SampleDocuments;
import egate.simulator.document.TravelDocument;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.StringJoiner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A chip that does something wrong, at every command of a passage, once and from there on: what the
 * traveller gets for it stands in {@code hostile-chip.txt}, a line for each stretch of commands
 * that end alike.
 */
class HostileChipTest {
  private static final String STORY = "hostile-chip.txt";

  /**
   * A session for each length, and what reopening repeats; far below what a passage has time for.
   */
  private static final int COMMANDS_MAX = 200;

  private final TravelDocument document =
      SampleDocuments.issuer()
          .issue(
              Holder.of(3, SampleDocuments.TODAY),
              SampleDocuments.portrait(3_000),
              SampleDocuments.finger(3),
              IssueOptions.standard()
                  .withProtocols(
                      ChipProtocols.standard()
                          .withActiveAuthentication(ActiveAuthenticationScheme.ECDSA_P256)));

  private List<String> steps;

  @BeforeEach
  void readUndisturbed() throws Exception {
    steps = steps();
  }

  @ParameterizedTest
  @EnumSource
  void atEveryCommandTheTravellerGetsWhatIsWritten(Fault fault) throws Exception {
    String story = story(fault, 1, "once") + story(fault, Misbehaviour.FOR_EVER, "for ever");
    assertEquals(written(fault), story, () -> "of " + fault + ":\n" + story);
  }

  private String story(Fault fault, int times, String words) throws Exception {
    List<String> endings = new ArrayList<>();
    for (int after = 0; after < steps.size(); after++) {
      VisitedChip visit = visit(new Misbehaviour(fault, after, times));
      if (times == Misbehaviour.FOR_EVER) {
        assertTrue(visit.judgement() != Judgement.ACCEPTED, fault + " after " + after);
      }
      endings.add(visit.ending());
    }
    StringJoiner lines = new StringJoiner("\n", title(fault) + ", " + words + "\n", "\n\n");
    for (int from = 0; from < steps.size(); ) {
      int to = from;
      while (to + 1 < steps.size() && endings.get(to + 1).equals(endings.get(from))) {
        to++;
      }
      String stretch = from == to ? steps.get(from) : steps.get(from) + " .. " + steps.get(to);
      lines.add(String.format(Locale.ROOT, "  %-32s %s", stretch, endings.get(from)));
      from = to + 1;
    }
    return lines.toString();
  }

  private VisitedChip visit(Misbehaviour wrong) throws Exception {
    VisitedChip visit = VisitedChip.visit(document, Behaviour.capable().misbehaving(wrong));
    assertTrue(visit.commands() <= COMMANDS_MAX, wrong + " took " + visit.commands());
    return visit;
  }

  private static String title(Fault fault) {
    return fault.name().toLowerCase(Locale.ROOT);
  }

  /** The block of a fault, both of its paragraphs. */
  private static String written(Fault fault) throws Exception {
    try (var in = HostileChipTest.class.getResourceAsStream(STORY)) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      int from = all.indexOf(title(fault) + ", once\n");
      int middle = all.indexOf(title(fault) + ", for ever\n");
      return from < 0 || middle < 0 ? "" : all.substring(from, all.indexOf("\n\n", middle) + 2);
    }
  }

  /** Which step each command of an undisturbed passage belongs to, with its number in it. */
  private List<String> steps() throws Exception {
    List<String> names = new ArrayList<>();
    for (StepEvidence step : VisitedChip.visit(document, Behaviour.capable()).steps()) {
      for (int i = 1; i <= step.commands(); i++) {
        names.add(step.commands() == 1 ? step.name() : step.name() + " " + i);
      }
    }
    return names;
  }

  @Test
  void aFieldLostAtAnyCommandCostsThatCommandAndTheWayInAgain() throws Exception {
    int undisturbed = VisitedChip.visit(document, Behaviour.capable()).reads();
    for (int after = 0; after < steps.size(); after++) {
      VisitedChip visit = visit(new Misbehaviour(Fault.LEAVES, after, 1));
      assertEquals(Judgement.ACCEPTED, visit.judgement(), "lost at " + steps.get(after));
      assertTrue(visit.reads() <= undisturbed + 1, "read twice after " + steps.get(after));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {65_536, 4_096, 2_048, 1_024, 256, 231, 223, 192, 128})
  void anyLimitOfLeIsFoundOnceAndKept(int leMax) throws Exception {
    VisitedChip visit = VisitedChip.visit(document, Behaviour.capable().withLeMax(leMax));
    assertEquals(Judgement.ACCEPTED, visit.judgement(), visit.ending());
    assertTrue(visit.refusedLengths() <= 7, visit.refusedLengths() + " lengths refused");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 100, 1_000})
  void shortReadsAreGoneOnWith(int bytes) throws Exception {
    TravelDocument small =
        SampleDocuments.issuer()
            .issue(
                Holder.of(3, SampleDocuments.TODAY),
                SampleDocuments.portrait(1_000),
                SampleDocuments.finger(3),
                IssueOptions.standard().withoutFinger());
    VisitedChip visit = VisitedChip.visit(small, Behaviour.capable().withShortReads(bytes));
    assertEquals(Judgement.ACCEPTED, visit.judgement(), visit.ending());
  }

  @Test
  void aChipThatGivesAByteAtATimeIsNotReadForEver() throws Exception {
    VisitedChip visit = VisitedChip.visit(document, Behaviour.capable().withShortReads(1));
    assertEquals("referred chip_protocol", visit.ending());
    assertTrue(visit.reads() < 10_000, visit.reads() + " reads");
  }

  @Test
  void aCopyWithoutTheKeyIsRefused() throws Exception {
    VisitedChip visit = VisitedChip.visit(document.cloned(new Random(5)), Behaviour.capable());
    assertEquals("refused chip_not_genuine", visit.ending());
  }
}
