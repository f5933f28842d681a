package egate.simulator.document;

import static egate.simulator.document.ElementaryFile.COM;
import static egate.simulator.document.ElementaryFile.DG1;
import static egate.simulator.document.ElementaryFile.DG14;
import static egate.simulator.document.ElementaryFile.DG15;
import static egate.simulator.document.ElementaryFile.DG2;
import static egate.simulator.document.ElementaryFile.DG3;
import static egate.simulator.document.ElementaryFile.DG4;
import static egate.simulator.document.ElementaryFile.SOD;
import static egate.simulator.document.SampleDocuments.TODAY;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import egate.emrtd.Mrz;
import egate.emrtd.MrzFormat;
import egate.emrtd.Tlv;
import egate.emrtd.lds.EncodedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TravelDocumentTest {
  private final TravelDocument document = SampleDocuments.passport(3);

  @Test
  void dg1RepeatsThePrintedLines() throws Exception {
    byte[] dg1 = document.file(ElementaryFile.DG1).orElseThrow();
    String mrz =
        new String(Tlv.parse(dg1).expect(0x61).child(0x5F1F).value(), StandardCharsets.US_ASCII);
    assertEquals(mrz, String.join("", document.mrz().lines()));
    assertTrue(mrz.startsWith("P<UTO"));
    assertTrue(mrz.substring(0, 44).contains("<SPECIMEN<<"));
  }

  @Test
  void checkDigitsAreThoseOfDoc9303Examples() {
    // Doc 9303-4 appendix B: the mother of all specimens.
    MrzLines example =
        MrzLines.of(
            "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"
                + "L898902C36UTO7408122F1204159ZE184226B<<<<<10");
    assertEquals("L898902C3674081221204159", ascii(example.accessInformation()));
    // Doc 9303-11 appendix D.2 derives its keys from these three fields.
    assertEquals('6', MrzLines.checkDigit("L898902C3"));
    assertEquals('2', MrzLines.checkDigit("740812"));
    assertEquals('9', MrzLines.checkDigit("120415"));
    assertEquals('1', MrzLines.checkDigit("ZE184226B<<<<<"));
    assertEquals('0', MrzLines.checkDigit("L898902C3674081221204159ZE184226B<<<<<1"));
  }

  /** Doc 9303-5 and -6 appendix B, and Doc 9303-11 appendix D.2 with its long number. */
  @Test
  void cardsAndSheetsGiveTheAccessInformationOfDoc9303Examples() {
    assertEquals(
        "D2314589077408122" + "1204159",
        access(
            "I<UTOD231458907<<<<<<<<<<<<<<<"
                + "7408122F1204159UTO<<<<<<<<<<<6"
                + "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"));
    assertEquals(
        "D23145890734934071279507122",
        access(
            "I<UTOD23145890<7349<<<<<<<<<<<"
                + "3407127M9507122UTO<<<<<<<<<<<2"
                + "STEVENSON<<PETER<JOHN<<<<<<<<<"));
    assertEquals(
        "D2314589077408122" + "1204159",
        access("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<" + "D231458907UTO7408122F1204159<<<<<<<6"));
  }

  private static String access(String text) {
    return ascii(MrzLines.of(text).accessInformation());
  }

  @ParameterizedTest
  @EnumSource
  void everySizeIsPrintedAsTheReaderExpectsIt(MrzFormat format) throws Exception {
    for (String number : List.of("D231458907", "D23145890", "D2314", "D23145890734")) {
      boolean fits = format != MrzFormat.TD3 || number.length() == 9;
      if (fits) {
        Holder holder = Holder.of(3, TODAY).numbered(number);
        MrzLines lines = MrzLines.print(format, "UTO", holder, LocalDate.of(2030, 2, 28));
        try (Mrz mrz = Mrz.parse(lines.lines())) {
          assertEquals(format, mrz.format());
          assertTrue(mrz.checkDigitsHold(), format + " " + number);
          assertEquals(number, mrz.documentNumber());
          assertArrayEquals(lines.accessInformation(), mrz.keyInformation());
          assertEquals(Optional.of(holder.birthDate()), mrz.dateOfBirth(TODAY));
        }
      }
    }
  }

  @Test
  void dg2HoldsThePortraitInAFaceRecord() throws Exception {
    EncodedImage portrait = SampleDocuments.portrait();
    byte[] record = dataBlock(ElementaryFile.DG2);
    assertEquals("FAC\0" + "010\0", ascii(Arrays.copyOf(record, 8)));
    ByteBuffer in = ByteBuffer.wrap(record);
    assertEquals(record.length, in.getInt(8));
    assertEquals(1, in.getShort(12));
    assertEquals(record.length - 14, in.getInt(14));
    assertEquals(0, in.get(35)); // JPEG
    assertEquals(portrait.width(), in.getShort(36));
    assertEquals(portrait.height(), in.getShort(38));
    assertArrayEquals(portrait.bytes(), Arrays.copyOfRange(record, 46, record.length));
  }

  @Test
  void dg3HoldsTheFingerInAFingerRecord() throws Exception {
    EncodedImage finger = SampleDocuments.finger(3);
    byte[] record = dataBlock(ElementaryFile.DG3);
    assertEquals("FIR\0" + "010\0", ascii(Arrays.copyOf(record, 8)));
    ByteBuffer in = ByteBuffer.wrap(record);
    assertEquals(record.length, in.getInt(10));
    assertEquals(1, in.get(18)); // fingers
    assertEquals(500, in.getShort(20));
    assertEquals(8, in.get(28)); // bits a pixel
    assertEquals(5, in.get(29)); // PNG
    assertEquals(record.length - 32, in.getInt(32));
    assertEquals(2, in.get(36)); // right index
    assertEquals(finger.width(), in.getShort(41));
    assertEquals(finger.height(), in.getShort(43));
    assertArrayEquals(finger.bytes(), Arrays.copyOfRange(record, 46, record.length));
  }

  @Test
  void aSeedGivesTheSameHolderAndAnotherSeedAnother() {
    assertEquals(lines(5), lines(5));
    assertNotEquals(lines(5), lines(6));
  }

  @Test
  void longNamesAreCutAndSexMayBeUnspecified() {
    for (int seed = 0; seed < 50; seed++) {
      MrzLines mrz = MrzLines.passport("QMA", Holder.of(seed, TODAY), LocalDate.of(2030, 2, 28));
      assertTrue(mrz.lines().getFirst().matches("P<QMA[A-Z<]{39}"));
      assertTrue(
          mrz.lines()
              .getLast()
              .matches("[0-9A-Z]{9}[0-9][A-Z]{3}[0-9]{7}[FM<]300228[0-9]<{14}0[0-9]"));
    }
  }

  @Test
  void nothingPersonalIsPrinted() {
    Holder holder = Holder.of(3, TODAY);
    for (Object secret : List.of(document, document.mrz(), holder, IssueOptions.standard())) {
      assertEquals(secret.getClass().getSimpleName(), secret.toString());
    }
  }

  @Test
  void theReferencePassportIsLoaded() throws Exception {
    Path folder =
        Path.of(System.getProperty("egate.root"), "..", "shared", "data", "chip", "bsi_tr03105_5");
    assumeTrue(Files.isDirectory(folder), "skipped: no reference passport at " + folder);

    TravelDocument reference = TravelDocument.load(folder);
    assertTrue(reference.mrz().lines().getFirst().startsWith("P<D<<"));
    for (ElementaryFile file : EnumSet.of(COM, SOD, DG1, DG2, DG3, DG4, DG14, DG15)) {
      assertEquals(file.tag(), Byte.toUnsignedInt(reference.file(file).orElseThrow()[0]));
    }
  }

  @Test
  void aReferencePassportWithoutAnMrzIsRefused(@TempDir Path folder) throws Exception {
    for (String name : List.of("EF_COM.bin", "EF_SOD.bin", "Datagroup1.bin")) {
      assertThrows(IOException.class, () -> TravelDocument.load(folder));
      Files.write(folder.resolve(name), new byte[] {0x61, 0});
    }
    assertThrows(IOException.class, () -> TravelDocument.load(folder));
  }

  private byte[] dataBlock(ElementaryFile file) throws Exception {
    Tlv group = Tlv.parse(document.file(file).orElseThrow()).expect(file.tag()).child(0x7F61);
    assertArrayEquals(new byte[] {1}, group.child(0x02).value());
    return group.child(0x7F60).child(0x5F2E).value();
  }

  private static List<String> lines(long seed) {
    return SampleDocuments.passport(seed).mrz().lines();
  }

  private static String ascii(byte[] bytes) {
    return new String(bytes, StandardCharsets.US_ASCII);
  }
}
