package egate.emrtd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.report.DocumentType;
import egate.report.IssuingState;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MrzTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  /** Doc 9303-4 appendix B. */
  private static final String TD3 =
      """
      P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<
      L898902C36UTO7408122F1204159ZE184226B<<<<<10
      """;

  /** Doc 9303-6 appendix B. */
  private static final String TD2 =
      """
      I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<
      D231458907UTO7408122F1204159<<<<<<<6
      """;

  /** Doc 9303-5 appendix B. */
  private static final String TD1 =
      """
      I<UTOD231458907<<<<<<<<<<<<<<<
      7408122F1204159UTO<<<<<<<<<<<6
      ERIKSSON<<ANNA<MARIA<<<<<<<<<<
      """;

  /** Doc 9303-11 appendix D.2: a document number of eleven characters. */
  private static final String TD1_LONG_NUMBER =
      """
      I<UTOD23145890<7349<<<<<<<<<<<
      3407127M9507122UTO<<<<<<<<<<<2
      STEVENSON<<PETER<JOHN<<<<<<<<<
      """;

  private static final String TD2_LONG_NUMBER =
      """
      I<UTOSTEVENSON<<PETER<JOHN<<<<<<<<<<
      D23145890<UTO3407127M95071227349<<<8
      """;

  @ParameterizedTest
  @ValueSource(strings = {TD3, TD2, TD1, TD1_LONG_NUMBER, TD2_LONG_NUMBER})
  void acceptsTheStandardsSamples(String lines) throws Exception {
    Mrz mrz = parse(lines);
    assertTrue(mrz.checkDigitsHold());
    assertEquals(new IssuingState("UTO"), mrz.issuingState());
  }

  @Test
  void derivesKeyInformationFromEverySize() throws Exception {
    assertEquals("L898902C3674081221204159", keyInformation(TD3));
    assertEquals("D2314589077408122" + "1204159", keyInformation(TD2));
    assertEquals("D2314589077408122" + "1204159", keyInformation(TD1));
    assertEquals("D23145890734934071279507122", keyInformation(TD1_LONG_NUMBER));
    assertEquals("D23145890734934071279507122", keyInformation(TD2_LONG_NUMBER));
  }

  @Test
  void noticesEveryMisreadCharacterThatACheckDigitCovers() throws Exception {
    String lines = TD3.replace("\n", "");
    for (int at = 44; at < lines.length(); at++) {
      boolean covered = !(at >= 54 && at < 57) && at != 64; // all but nationality and sex
      char wrong = lines.charAt(at) == '7' ? '8' : '7';
      String misread = lines.substring(0, at) + wrong + lines.substring(at + 1);
      assertEquals(covered, !Mrz.parse(ascii(misread)).checkDigitsHold(), "character " + at);
    }
  }

  @Test
  void tellsTheCenturyFromAReferenceDate() throws Exception {
    Mrz mrz = parse(TD3);
    assertEquals(Optional.of(LocalDate.of(1974, 8, 12)), mrz.dateOfBirth(TODAY));
    assertEquals(Optional.of(LocalDate.of(2012, 4, 15)), mrz.dateOfExpiry(TODAY));
    assertEquals(Optional.of(LocalDate.of(2026, 11, 23)), MrzDate.birth("261123", TODAY));
    assertEquals(Optional.of(LocalDate.of(1926, 11, 24)), MrzDate.birth("261124", TODAY));
    assertEquals(Optional.of(LocalDate.of(2076, 1, 1)), MrzDate.expiry("760101", TODAY));
    assertEquals(Optional.of(LocalDate.of(1977, 1, 1)), MrzDate.expiry("770101", TODAY));
    assertEquals(Optional.empty(), MrzDate.expiry("261301", TODAY));
    assertEquals(Optional.empty(), MrzDate.expiry("<<<<<<", TODAY));
  }

  @Test
  void normalisesTheIssuingState() throws Exception {
    assertEquals(new IssuingState("D"), parse(TD3.replace("P<UTO", "P<D<<")).issuingState());
    assertEquals(new IssuingState("UTO"), parse(TD3.replace("P<UTO", "P<uto")).issuingState());
    assertEquals(IssuingState.UNKNOWN, parse(TD3.replace("P<UTO", "P<<<<")).issuingState());
  }

  @Test
  void tellsTheKindOfDocument() throws Exception {
    assertEquals(DocumentType.PASSPORT, parse(TD3).documentType());
    assertEquals(DocumentType.IDENTITY_CARD, parse(TD1).documentType());
    assertEquals(DocumentType.VISA, parse(TD3.replace("P<UTO", "V<UTO")).documentType());
    assertEquals(DocumentType.OTHER, parse(TD3.replace("P<UTO", "X<UTO")).documentType());
  }

  @Test
  void refusesOtherShapesAndAlphabets() {
    assertThrows(MalformedDataException.class, () -> Mrz.parse(List.of()));
    assertThrows(MalformedDataException.class, () -> parse(TD3.replace("ANNA", "ANN")));
    assertThrows(MalformedDataException.class, () -> parse(TD3.replace("ANNA", "AN A")));
    assertThrows(MalformedDataException.class, () -> parse(TD3.replace("ANNA", "ANN\u00C4")));
    assertThrows(MalformedDataException.class, () -> parse(TD3.replace("\n", "")));
    assertThrows(MalformedDataException.class, () -> parse(TD3.replace("<<<\nL", "<\n<<L")));
  }

  @Test
  void refusesEveryTruncation() {
    String lines = TD3.replace("\n", "");
    for (int length = 0; length < lines.length(); length++) {
      byte[] cut = ascii(lines.substring(0, length));
      if (length != 72) { // as long as a TD2
        assertThrows(MalformedDataException.class, () -> Mrz.parse(cut));
      }
    }
  }

  @Test
  void comparesWithAnother() throws Exception {
    assertTrue(parse(TD3).sameAs(Mrz.parse(ascii(TD3.replace("\n", "")))));
    assertFalse(parse(TD3).sameAs(parse(TD3.replace("ANNA", "ANNE"))));
  }

  @Test
  void hasNoStringFormAndIsWiped() throws Exception {
    Mrz mrz = parse(TD3);
    assertEquals("Mrz", mrz.toString());
    mrz.close();
    assertEquals("<".repeat(88), new String(mrz.text(), StandardCharsets.US_ASCII));
  }

  private static String keyInformation(String lines) throws Exception {
    return new String(parse(lines).keyInformation(), StandardCharsets.US_ASCII);
  }

  private static Mrz parse(String lines) throws MalformedDataException {
    return Mrz.parse(List.of(lines.split("\n")));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
