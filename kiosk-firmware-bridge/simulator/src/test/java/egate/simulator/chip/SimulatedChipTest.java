package egate.simulator.chip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.emrtd.CommandApdu;
import egate.emrtd.ResponseApdu;
import egate.emrtd.Tlv;
import egate.simulator.document.ElementaryFile;
import egate.simulator.document.SampleDocuments;
import egate.simulator.document.TravelDocument;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedChipTest {
  private static final List<ElementaryFile> FILES =
      List.of(
          ElementaryFile.COM,
          ElementaryFile.SOD,
          ElementaryFile.DG1,
          ElementaryFile.DG2,
          ElementaryFile.DG3);

  private final TravelDocument document = SampleDocuments.passport(3);
  private final SimulatedChip chip = new SimulatedChip(document, new Random(1));

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 223, 231, 1024, 65_536})
  void everyFileIsReadWhateverTheLength(int le) throws Exception {
    TestTerminal terminal = TestTerminal.open(chip, document.mrz());
    for (ElementaryFile file : FILES) {
      byte[] expected = document.file(file).orElseThrow();
      if (le > 1 || expected.length < 2_000) {
        assertArrayEquals(expected, terminal.readAll(file.identifier(), le), file.name());
      }
    }
  }

  @Test
  void nothingIsReadBeforeAuthentication() throws Exception {
    TestTerminal terminal = new TestTerminal(chip);
    assertEquals(0x6A82, terminal.select(0x011E));
    assertEquals(0x9000, terminal.selectApplication());
    assertEquals(0x6982, terminal.select(0x011E));
    assertEquals(0x6982, terminal.read(0, 4).status());
    assertEquals(0x6982, terminal.read(0x9E00, 4).status());
    assertEquals(0x6985, terminal.raw(hex("0082000028" + "00".repeat(40) + "28")).status());
  }

  @Test
  void anotherDocumentsMrzIsRefused() throws Exception {
    TestTerminal terminal = new TestTerminal(chip);
    terminal.selectApplication();
    byte[] other = SampleDocuments.passport(4).mrz().accessInformation();
    assertEquals(0x6300, terminal.authenticate(other));
    assertEquals(0x6982, terminal.select(0x011E));
    assertEquals(0x9000, terminal.authenticate(document.mrz().accessInformation()));
  }

  @Test
  void aFileCanBeReadByItsShortIdentifier() throws Exception {
    TestTerminal terminal = TestTerminal.open(chip, document.mrz());
    byte[] com = document.file(ElementaryFile.COM).orElseThrow();
    assertArrayEquals(
        Arrays.copyOfRange(com, 2, 7), terminal.read(0x9E02, 5).data()); // SFI 1E, offset 2
    assertArrayEquals(Arrays.copyOf(com, 5), terminal.read(0, 5).data());
  }

  @Test
  void oddReadBinaryGivesADataObject() throws Exception {
    TestTerminal terminal = TestTerminal.open(chip, document.mrz());
    byte[] dg3 = document.file(ElementaryFile.DG3).orElseThrow();
    assertEquals(0x9000, terminal.select(0x0103));
    byte[] offset = Tlv.encode(0x54, new byte[] {0x10, 0x00});
    ResponseApdu response = terminal.exchange(new CommandApdu(0, 0xB1, 0, 0, offset, 102));
    assertEquals(0x9000, response.status());
    assertArrayEquals(
        Arrays.copyOfRange(dg3, 0x1000, 0x1000 + 100),
        Tlv.parse(response.data()).expect(0x53).value());
  }

  @Test
  void theEndOfAFileIsTold() throws Exception {
    TestTerminal terminal = TestTerminal.open(chip, document.mrz());
    terminal.select(0x011E);
    int length = document.file(ElementaryFile.COM).orElseThrow().length;
    ResponseApdu past = terminal.read(length - 2, 3);
    assertEquals(0x6282, past.status());
    assertEquals(2, past.data().length);
    assertEquals(0x9000, terminal.read(length - 2, 2).status());
    assertEquals(0x6B00, terminal.read(length, 1).status());
    assertEquals(0x6A82, terminal.select(0x010F));
  }

  @Test
  void aResponseThatDoesNotFitItsLeIsRefusedUnderSecureMessaging() throws Exception {
    TestTerminal terminal = TestTerminal.open(chip, document.mrz());
    terminal.select(0x0102);
    assertEquals(0x6700, terminal.read(0, 256).status());
    assertEquals(231, terminal.read(0, 231).data().length);
  }

  @Test
  void aModestChipRefusesLongerReadsAndExtendedLength() throws Exception {
    SimulatedChip modest =
        new SimulatedChip(document, new Random(1), Behaviour.capable().withLeMax(128));
    TestTerminal terminal = TestTerminal.open(modest, document.mrz());
    terminal.select(0x0102);
    assertEquals(0x6700, terminal.read(0, 129).status());
    assertEquals(128, terminal.read(0, 128).data().length);
    assertEquals(0x6700, terminal.raw(hex("00B00000000100")).status());
  }

  @Test
  void plaintextEndsTheSession() throws Exception {
    TestTerminal terminal = TestTerminal.open(chip, document.mrz());
    CommandApdu next = terminal.wrapped(new CommandApdu(0, 0xB0, 0, 0, new byte[0], 4));
    assertEquals(0x6987, terminal.raw(hex("00A4020C02011E")).status());
    assertEquals(0x6882, terminal.raw(next.encode()).status());
    assertEquals(0x6982, terminal.raw(hex("00A4020C02011E")).status());
  }

  @Test
  void everyFlippedBitOfAProtectedCommandEndsTheSession() throws Exception {
    byte[] good = protectedSelect(TestTerminal.open(chip, document.mrz()));
    for (int bit = 0; bit < good.length * 8; bit++) {
      chip.powerOn();
      TestTerminal terminal = TestTerminal.open(chip, document.mrz());
      byte[] bad = protectedSelect(terminal);
      bad[bit / 8] ^= (byte) (1 << bit % 8);
      boolean headerOrLe = bit / 8 < 5 || bit / 8 == good.length - 1;
      ResponseApdu response = terminal.raw(bad);
      if (!headerOrLe) {
        assertTrue(List.of(0x6987, 0x6988).contains(response.status()), "bit " + bit);
      }
      if (bit / 8 < good.length - 1) {
        assertEquals(0, response.data().length, "bit " + bit);
        assertEquals(0x6882, terminal.raw(good).status(), "bit " + bit);
      }
    }
  }

  @Test
  void everyTruncatedCommandIsAnsweredWithAStatusWord() throws Exception {
    for (String whole :
        List.of(
            "00A4040C07A0000002471001",
            "0084000008",
            "0082000028" + "5A".repeat(40) + "28",
            "00A4020C02011E",
            "00B0000000",
            "00B00000000000",
            "00B1000000000454020000FFFF",
            "0CB000000D9701048E08ED6705417E96BA5500")) {
      byte[] bytes = hex(whole);
      for (int length = 0; length <= bytes.length; length++) {
        byte[] answer = chip.transmit(Arrays.copyOf(bytes, length)).orElseThrow();
        assertTrue(answer.length >= 2, whole + " cut to " + length);
      }
    }
  }

  @Test
  void everyTruncatedProtectedCommandEndsTheSession() throws Exception {
    int length = protectedSelect(TestTerminal.open(chip, document.mrz())).length;
    for (int cut = 0; cut < length - 1; cut++) {
      chip.powerOn();
      TestTerminal terminal = TestTerminal.open(chip, document.mrz());
      byte[] whole = protectedSelect(terminal);
      ResponseApdu response = terminal.raw(Arrays.copyOf(whole, cut));
      assertEquals(0, response.data().length, "cut to " + cut);
      assertEquals(0x6882, terminal.raw(whole).status(), "cut to " + cut);
    }
  }

  @Test
  void noiseIsAnsweredWithAStatusWord() {
    Random noise = new Random(5);
    for (int i = 0; i < 5_000; i++) {
      byte[] command = new byte[noise.nextInt(40)];
      noise.nextBytes(command);
      if (command.length > 1) {
        command[0] = (byte) (i % 2 == 0 ? 0x00 : 0x0C);
        command[1] = (byte) List.of(0xA4, 0xB0, 0xB1, 0x84, 0x82, 0x88).get(i % 6).intValue();
      }
      assertTrue(chip.transmit(command).orElseThrow().length >= 2);
    }
  }

  @Test
  void aResetForgetsTheSession() throws Exception {
    TestTerminal terminal = TestTerminal.open(chip, document.mrz());
    CommandApdu next = terminal.wrapped(new CommandApdu(0, 0xB0, 0, 0, new byte[0], 4));
    chip.powerOn();
    assertEquals(0x6882, terminal.raw(next.encode()).status());
    assertEquals(0x6A82, new TestTerminal(chip).select(0x011E));
  }

  @Test
  void aChipPulledAwayIsSilentOnceAndThenLockedAgain() throws Exception {
    SimulatedChip leaving =
        new SimulatedChip(document, new Random(1), Behaviour.capable().leavingAfter(4));
    TestTerminal terminal = TestTerminal.open(leaving, document.mrz());
    assertEquals(0x9000, terminal.select(0x011E));
    assertFalse(leaving.transmit(hex("00B0000004")).isPresent());
    leaving.powerOn();
    assertArrayEquals(
        document.file(ElementaryFile.COM).orElseThrow(),
        TestTerminal.open(leaving, document.mrz()).readAll(0x011E, 200));
  }

  @Test
  void whatTheChipDoesNotKnowItSaysSo() throws Exception {
    TestTerminal terminal = new TestTerminal(chip);
    assertEquals(0x6E00, terminal.raw(hex("80CA0000")).status());
    assertEquals(0x6D00, terminal.raw(hex("00CA0000")).status());
    assertEquals(0x6A82, terminal.raw(hex("00A4040C02A000")).status());
    assertEquals(0x6A86, terminal.raw(hex("00A4090C02A000")).status());
    assertEquals(0x9000, terminal.raw(hex("00A4000C023F00")).status());
    assertEquals(0x6985, terminal.raw(hex("0084000008")).status());
  }

  private static byte[] protectedSelect(TestTerminal terminal) {
    return terminal.wrapped(new CommandApdu(0, 0xA4, 2, 0x0C, new byte[] {0x01, 0x1E}, 0)).encode();
  }

  private static byte[] hex(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
