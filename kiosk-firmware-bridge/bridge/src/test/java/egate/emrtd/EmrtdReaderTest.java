package egate.emrtd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.emrtd.lds.LdsFile;
import egate.report.AccessProtocol;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmrtdReaderTest {
  private final Mrz mrz = mrz("L898902C36UTO7408122F1204159ZE184226B<<<<<10");
  private final TestChip chip = new TestChip(mrz);
  private final EmrtdReader reader = reader(mrz);

  EmrtdReaderTest() {
    chip.files.put(LdsFile.EF_COM, efCom("6175636E"));
    chip.files.put(LdsFile.EF_SOD, file(LdsFile.EF_SOD, 1_900));
    chip.files.put(LdsFile.DG1, file(LdsFile.DG1, 88));
    chip.files.put(LdsFile.DG2, file(LdsFile.DG2, 3_000));
    chip.files.put(LdsFile.DG3, file(LdsFile.DG3, 40_000));
    chip.files.put(LdsFile.DG14, file(LdsFile.DG14, 300));
    chip.files.put(LdsFile.DG15, file(LdsFile.DG15, 160));
  }

  @Test
  void readsAllListedFiles() throws Exception {
    Evidence evidence = reader.read(chip);

    assertEquals(AccessProtocol.BAC, evidence.access());
    assertRead(evidence, LdsFile.EF_COM, LdsFile.EF_SOD, LdsFile.DG1, LdsFile.DG2, LdsFile.DG3);
    assertRead(evidence, LdsFile.DG14);
    assertFalse(evidence.files().containsKey(LdsFile.DG15), "DG15 is not listed");
  }

  @Test
  void tellsOfEachFileOnceAndOfTheFaceBeforeTheFingers() throws Exception {
    List<LdsFile> told = new ArrayList<>();
    reader.tell(
        (file, bytes) -> {
          told.add(file);
          assertArrayEquals(chip.files.get(file), bytes, file.text());
        });
    chip.commandsLeft = 40; // lost in the middle, and presented again
    assertThrows(CardLostException.class, () -> reader.read(chip));
    chip.commandsLeft = Integer.MAX_VALUE;
    reader.read(chip);
    assertEquals(
        List.of(
            LdsFile.EF_COM, LdsFile.EF_SOD, LdsFile.DG14, LdsFile.DG1, LdsFile.DG2, LdsFile.DG3),
        told);
  }

  @Test
  void tellsWhatEachStepTook() throws Exception {
    List<StepEvidence> steps = reader.read(chip).steps();

    assertEquals(
        List.of("EF.CardAccess", "SELECT", "BAC", "EF.COM", "EF.SOD", "DG14", "DG1", "DG2", "DG3"),
        steps.stream().map(StepEvidence::name).toList());
    assertEquals(2, steps.get(2).commands());
    assertTrue(steps.stream().allMatch(step -> step.bytes() >= 2 && step.nanos() > 0));
  }

  @ParameterizedTest
  @ValueSource(ints = {128, 191, 192, 223, 230})
  void asksForLessWhenTheChipRefusesTheLength(int leMax) throws Exception {
    chip.leMax = leMax;
    assertAllRead(reader.read(chip));
    assertEquals(1, chip.sessions);
  }

  @ParameterizedTest
  @ValueSource(ints = {128, 191, 192, 223, 230})
  void opensANewSessionWhenTheChipRefusesTheLengthInPlaintext(int leMax) throws Exception {
    chip.leMax = leMax;
    chip.nakedErrors = true;
    assertAllRead(reader.read(chip));
    assertTrue(chip.sessions > 1);
  }

  @Test
  void givesUpOnAChipThatRefusesEveryLength() {
    chip.leMax = 4;
    assertThrows(ChipProtocolException.class, () -> reader.read(chip));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 100, 230})
  void survivesShortReads(int bytesMax) throws Exception {
    chip.bytesMax = bytesMax;
    chip.files.put(LdsFile.DG3, file(LdsFile.DG3, 2_000));
    assertAllRead(reader.read(chip));
  }

  @Test
  void survivesAChipThatRefusesToReadPastTheEnd() throws Exception {
    chip.strictEnd = true;
    assertAllRead(reader.read(chip));
  }

  @Test
  void readsWithLongerCommandsWhereTheReaderCarriesThem() throws Exception {
    chip.responseBytesMax = 4_096;
    Evidence evidence = reader.read(chip);
    assertAllRead(evidence);
    assertTrue(evidence.steps().stream().mapToInt(StepEvidence::commands).sum() < 30);
  }

  @Test
  void fallsBackFromLongerCommandsThatTheChipDoesNotKnow() throws Exception {
    chip.responseBytesMax = 4_096;
    chip.leMax = 256;
    chip.nakedErrors = true;
    assertAllRead(reader.read(chip));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void selectsFilesWhereTheChipKnowsNoShortIdentifiers(boolean naked) throws Exception {
    chip.shortIds = false;
    chip.nakedErrors = naked;
    assertAllRead(reader.read(chip));
    assertEquals(naked ? 2 : 1, chip.sessions);
  }

  @Test
  void readsOnWithoutAFileThatIsDeniedInPlaintext() throws Exception {
    chip.nakedErrors = true;
    chip.denied.add(LdsFile.DG3);
    Evidence evidence = reader.read(chip);
    assertEquals(Optional.of(Refusal.DENIED), evidence.refusal(LdsFile.DG3));
    assertRead(evidence, LdsFile.DG1, LdsFile.DG2, LdsFile.DG14);
  }

  @Test
  void takesDeniedAndMissingFilesAsEvidence() throws Exception {
    chip.denied.add(LdsFile.DG3);
    chip.files.remove(LdsFile.DG14);
    Evidence evidence = reader.read(chip);

    assertEquals(Optional.of(Refusal.DENIED), evidence.refusal(LdsFile.DG3));
    assertEquals(Optional.of(Refusal.NOT_FOUND), evidence.refusal(LdsFile.DG14));
    assertRead(evidence, LdsFile.DG1, LdsFile.DG2);
  }

  @Test
  void takesFilesOfAnImpossibleLengthAsMalformed() throws Exception {
    chip.files.put(LdsFile.DG2, HexFormat.of().parseHex("7583FFFFFF0000")); // 16 MB
    chip.files.put(LdsFile.DG3, HexFormat.of().parseHex("6382010000")); // ends before its length
    chip.files.put(LdsFile.DG14, HexFormat.of().parseHex("610100")); // another file's tag
    Evidence evidence = reader.read(chip);

    for (LdsFile file : List.of(LdsFile.DG2, LdsFile.DG3, LdsFile.DG14)) {
      assertEquals(Optional.of(Refusal.MALFORMED), evidence.refusal(file));
    }
    assertRead(evidence, LdsFile.DG1);
  }

  @Test
  void goesOnWhereItBrokeOffAfterEveryLoss() throws Exception {
    chip.files.put(LdsFile.DG3, file(LdsFile.DG3, 2_000));
    int commands = reader.read(chip).steps().stream().mapToInt(StepEvidence::commands).sum();
    long bytes = chip.fileBytesSent;
    for (int lostAfter = 0; lostAfter < commands; lostAfter++) {
      EmrtdReader resumed = reader(mrz);
      chip.fileBytesSent = 0;
      chip.commandsLeft = lostAfter;
      assertThrows(CardLostException.class, () -> resumed.read(chip));
      chip.commandsLeft = Integer.MAX_VALUE;
      assertAllRead(resumed.read(chip));
      assertEquals(bytes, chip.fileBytesSent, "bytes read twice after " + lostAfter);
    }
  }

  @Test
  void goesOnOverManyLosses() throws Exception {
    @Nullable Evidence evidence = null;
    for (int losses = 0; evidence == null && losses < 1_000; losses++) {
      chip.commandsLeft = 8; // EF.CardAccess, SELECT, BAC, SELECT of the file, and a few reads
      try {
        evidence = reader.read(chip);
      } catch (CardLostException e) {
        // presented again
      }
    }
    assertAllRead(Objects.requireNonNull(evidence));
  }

  @Test
  void isDeniedAccessWithAnotherMrz() {
    EmrtdReader wrong = reader(mrz("L898902C36UTO7408122F1204160ZE184226B<<<<<10"));
    assertThrows(ChipAccessDeniedException.class, () -> wrong.read(chip));
  }

  @Test
  void refusesAChipThatDoesNotKnowTheKeysItself() {
    for (int at = 0; at < 40; at++) {
      int changed = at;
      CardChannel impostor =
          channel(
              (command, honest) -> {
                if (command[1] == (byte) 0x82) {
                  honest[changed] ^= 1;
                }
                return honest;
              });
      assertThrows(ChipProtocolException.class, () -> reader.read(impostor));
    }
  }

  @Test
  void refusesChallengesAndAnswersOfAnotherLength() {
    for (byte ins : new byte[] {(byte) 0x84, (byte) 0x82}) {
      CardChannel garbled =
          channel(
              (command, honest) ->
                  command[1] == ins ? HexFormat.of().parseHex("0102039000") : honest);
      assertThrows(ChipProtocolException.class, () -> reader.read(garbled));
    }
    CardChannel silent = channel((command, honest) -> new byte[1]);
    assertThrows(ChipProtocolException.class, () -> reader.read(silent));
  }

  @Test
  void neverGoesOnAfterAPlaintextAnswer() {
    CardChannel liar = answeringReadsWith(new byte[] {(byte) 0x90, 0x00});
    assertThrows(ChipProtocolException.class, () -> reader.read(liar));
    CardChannel plainFile = answeringReadsWith(HexFormat.of().parseHex("6100" + "9000"));
    assertThrows(ChipProtocolException.class, () -> reader.read(plainFile));
  }

  @Test
  void givesUpOnAChipThatEndsSessionsForEver() {
    CardChannel sulking = answeringReadsWith(HexFormat.of().parseHex("6988"));
    assertThrows(ChipProtocolException.class, () -> reader.read(sulking));
    assertTrue(chip.sessions < 20);
  }

  @Test
  void wipesItsEvidence() throws Exception {
    Evidence evidence = reader.read(chip);
    byte[] dg1 = evidence.file(LdsFile.DG1).orElseThrow();
    evidence.close();
    assertArrayEquals(new byte[dg1.length], dg1);
    assertTrue(evidence.files().isEmpty());
    assertEquals("Evidence", evidence.toString());
  }

  private CardChannel answeringReadsWith(byte[] answer) {
    return channel(
        (command, honest) -> command[0] == 0x0C && command[1] == (byte) 0xB0 ? answer : honest);
  }

  /** Someone between the reader and the chip. */
  private CardChannel channel(BinaryOperator<byte[]> between) {
    return new CardChannel() {
      @Override
      public int responseBytesMax() {
        return chip.responseBytesMax();
      }

      @Override
      public int commandBytesMax() {
        return chip.commandBytesMax();
      }

      @Override
      public byte[] transmit(byte[] command) throws CardLostException {
        return between.apply(command, chip.transmit(command));
      }
    };
  }

  private void assertAllRead(Evidence evidence) {
    assertRead(evidence, LdsFile.EF_COM, LdsFile.EF_SOD, LdsFile.DG1, LdsFile.DG2, LdsFile.DG3);
    assertRead(evidence, LdsFile.DG14);
    assertEquals(Map.of(LdsFile.EF_CARD_ACCESS, Refusal.NOT_FOUND), refusals(evidence));
  }

  private static Map<LdsFile, Refusal> refusals(Evidence evidence) {
    Map<LdsFile, Refusal> refusals = new EnumMap<>(LdsFile.class);
    for (LdsFile file : LdsFile.values()) {
      evidence.refusal(file).ifPresent(refusal -> refusals.put(file, refusal));
    }
    return refusals;
  }

  private void assertRead(Evidence evidence, LdsFile... files) {
    for (LdsFile file : files) {
      assertArrayEquals(chip.files.get(file), evidence.file(file).orElseThrow(), file.text());
    }
  }

  private static EmrtdReader reader(Mrz mrz) {
    long[] nanos = {0};
    return new EmrtdReader(mrz, new Random(7), () -> ++nanos[0]);
  }

  private static byte[] efCom(String tags) {
    return Tlv.encode(
        0x60,
        Tlv.encode(0x5F01, ascii("0107")),
        Tlv.encode(0x5F36, ascii("040000")),
        Tlv.encode(0x5C, HexFormat.of().parseHex(tags)));
  }

  private static byte[] file(LdsFile file, int length) {
    byte[] value = new byte[length];
    new Random(length).nextBytes(value);
    Arrays.fill(value, 0, 2, (byte) 0);
    return Tlv.encode(file.tag(), value);
  }

  private static Mrz mrz(String secondLine) {
    try {
      return Mrz.parse(List.of("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", secondLine));
    } catch (MalformedDataException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
