package egate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DocumentPolicyTest {
  @ParameterizedTest
  @EnumSource(Check.class)
  void nothingThatFailedAndNothingOfTheCoreIsTolerated(Check check) {
    assertThrows(IllegalArgumentException.class, () -> new Tolerance(check, Verdict.FAILED));
    if (DocumentPolicy.CORE.contains(check)) {
      assertThrows(
          IllegalArgumentException.class, () -> new Tolerance(check, Verdict.UNDETERMINED));
    } else {
      assertEquals(check, new Tolerance(check, Verdict.UNDETERMINED).check());
    }
  }

  @Test
  void standardIsForEveryState() {
    assertTrue(DocumentPolicy.STANDARD.isFor(new IssuingState("D")));
    assertFalse(
        new DocumentPolicy(Set.of(new IssuingState("UTO")), 0, Set.of())
            .isFor(new IssuingState("D")));
  }

  @Test
  void theLongestPolicyFitsIntoAFrame() throws Exception {
    Set<IssuingState> states = new LinkedHashSet<>();
    while (states.size() < 64) {
      states.add(
          new IssuingState(
              "Q" + (char) ('A' + states.size() / 26) + (char) ('A' + states.size() % 26)));
    }
    Set<Tolerance> tolerated = new LinkedHashSet<>();
    for (Check check : Check.values()) {
      for (Verdict verdict : Verdict.values()) {
        boolean possible = verdict != Verdict.PASSED && verdict != Verdict.FAILED;
        if (possible && !DocumentPolicy.CORE.contains(check) && tolerated.size() < 32) {
          tolerated.add(new Tolerance(check, verdict));
        }
      }
    }
    DocumentPolicy policy = new DocumentPolicy(states, 99, tolerated);
    Order begin =
        new Order.Begin(
            new PassagePolicy(1, 1, true, 1_000, 100, 1_000, policy),
            new Versions(1, 2, 3),
            new WallClock(WallClock.BUILT, true));
    ByteBuffer bytes = ByteBuffer.allocate(Frames.PAYLOAD_MAX);
    OrderCodec.write(bytes, begin);
    assertEquals(begin, OrderCodec.read(bytes.flip()));
  }
}
