package egate.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egate.report.IssuingState;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CountryTest {
  @Test
  void matchesTwoLettersWithThree() {
    assertMatches(true, "DE", "D");
    assertMatches(true, "de", "D");
    assertMatches(true, "FR", "FRA");
    assertMatches(true, "FRA", "FRA");
    assertMatches(true, "GB", "GBD");
    assertMatches(true, "EU", "EUE");
    assertMatches(true, "UN", "UNO");
    assertMatches(true, "KS", "RKS");
    assertMatches(false, "DE", "FRA");
    assertMatches(false, "", "FRA");
  }

  @Test
  void cannotTellForAnUnknownState() {
    assertEquals(Optional.empty(), Country.matches("DE", new IssuingState("QQQ")));
    assertEquals(Optional.empty(), Country.matches("DE", IssuingState.UNKNOWN));
  }

  private static void assertMatches(boolean expected, String country, String state) {
    assertEquals(Optional.of(expected), Country.matches(country, new IssuingState(state)));
  }
}
