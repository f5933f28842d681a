package egate.bridge.reader;

import static egate.bridge.reader.Pn532Answers.ACK;
import static egate.bridge.reader.Pn532Answers.acked;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.bridge.serial.Cuts;
import egate.bridge.serial.LineLostException;
import egate.bridge.serial.ScriptedLine;
import egate.emrtd.CardChannel;
import egate.emrtd.CardLostException;
import egate.report.Health;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class Pn532Test {
  private static final String TYPE_A = "01" + "01" + "0344" + "20" + "0408010203" + "067577810280";
  private static final String MEMORY_CARD = "01" + "01" + "0004" + "08" + "0401020304";
  private static final String TYPE_B = "01" + "01" + "500102030411223344807100" + "0100";
  private static final String NONE = "00";

  private final ScriptedLine line = new ScriptedLine();

  @Test
  void connectingWakesAndBoundsTheSearch() throws IOException {
    connected();
    assertEquals("55550000000000000000000000000000", line.said().get(0));
    assertEquals("0000ff05fbd4140100001700", line.said().get(1));
    assertTrue(line.said().get(3).contains("d43205ff0101"));
  }

  @Test
  void aSilentReaderIsLostAfterThreeTries() {
    assertThrows(LineLostException.class, () -> Pn532.connect(line, line::nanos));
    assertEquals(4, line.said().size());
  }

  @Test
  void aBrokenCommandIsSaidAgain() throws IOException {
    Pn532 reader = connected();
    line.then(HexFormat.of().parseHex("0000ffff0000")).then(acked(0x02, "32010607"));
    assertEquals(Health.DEGRADED, reader.health());
  }

  @Test
  void aChipOfTypeAOrBIsFound() throws IOException {
    Pn532 reader = connected();
    line.then(acked(0x4A, TYPE_A));
    assertTrue(reader.poll(Duration.ZERO).isPresent());
    line.then(acked(0x4A, NONE)).then(acked(0x4A, TYPE_B));
    assertTrue(reader.poll(Duration.ZERO).isPresent());
  }

  @Test
  void anEmptyFieldAndAMemoryCardAreNoChip() throws IOException {
    Pn532 reader = connected();
    line.then(acked(0x4A, NONE)).then(acked(0x4A, NONE));
    assertTrue(reader.poll(Duration.ZERO).isEmpty());
    line.then(acked(0x4A, MEMORY_CARD)).then(acked(0x4A, NONE));
    assertTrue(reader.poll(Duration.ZERO).isEmpty());
  }

  @Test
  void aCommandIsAnsweredByTheChip() throws IOException {
    CardChannel chip = chip();
    line.then(acked(0x40, "00" + "9000"));
    assertArrayEquals(hex("9000"), chip.transmit(hex("00a4020c02011e")));
    assertTrue(line.said().getLast().contains("d4400100a4020c02011e"));
  }

  @Test
  void whatGoesOnToTheChipIsNeverSaidTwice() throws IOException {
    CardChannel chip = chip();
    int before = line.said().size();
    line.then(HexFormat.of().parseHex("0000ffff0000"));
    assertThrows(LineLostException.class, () -> chip.transmit(hex("00b0000000")));
    assertEquals(1, line.said().size() - before);
  }

  @Test
  void aFormerCommandsLateAnswerIsNotTakenForThisOnes() throws IOException {
    CardChannel chip = chip();
    line.then(Cuts.join(Pn532Answers.answer(0x4A, hex(NONE)), acked(0x40, "00" + "9000")));
    assertArrayEquals(hex("9000"), chip.transmit(hex("00a4020c02011e")));
  }

  @Test
  void aReaderWhoseAnswerGotLostIsAskedAgain() throws IOException {
    Pn532 reader = connected();
    line.then(ACK).then(new byte[0]).then(acked(0x02, "32010607"));
    assertEquals(Health.DEGRADED, reader.health());
  }

  @Test
  void aLongCommandGoesInChainedFrames() throws IOException {
    CardChannel chip = chip();
    byte[] command = new byte[600];
    line.then(acked(0x40, "00")).then(acked(0x40, "00")).then(acked(0x40, "00" + "9000"));
    assertArrayEquals(hex("9000"), chip.transmit(command));
    List<String> said = line.said().subList(line.said().size() - 3, line.said().size());
    assertTrue(said.get(0).startsWith("0000ffffff0109f6d44041"), said.get(0));
    assertTrue(said.get(1).startsWith("0000ffffff0109f6d44041"), said.get(1));
    assertTrue(said.get(2).startsWith("0000ff4fb1d44001"), said.get(2));
  }

  @Test
  void aLongAnswerIsPutTogether() throws IOException {
    CardChannel chip = chip();
    String part = "ab".repeat(262);
    line.then(acked(0x40, "40" + part)).then(acked(0x40, "00" + "cd" + "9000"));
    assertArrayEquals(hex(part + "cd" + "9000"), chip.transmit(hex("00b0000000")));
    assertTrue(line.said().getLast().contains("d44001"));
  }

  @Test
  void eachErrorOfTheFieldIsALostChip() throws IOException {
    CardChannel chip = chip();
    for (String error : List.of("01", "0b", "29", "2b", "27")) {
      line.then(acked(0x40, error));
      assertThrows(CardLostException.class, () -> chip.transmit(hex("00b0000000")), error);
    }
  }

  @Test
  void anAnswerWithoutStatusWordIsALostChip() throws IOException {
    CardChannel chip = chip();
    line.then(acked(0x40, "00" + "90"));
    assertThrows(CardLostException.class, () -> chip.transmit(hex("00b0000000")));
  }

  @Test
  void aReaderThatFallsSilentIsLostAndItsCommandAborted() throws IOException {
    CardChannel chip = chip();
    line.then(ACK);
    assertThrows(LineLostException.class, () -> chip.transmit(hex("00b0000000")));
    assertEquals("0000ff00ff00", line.said().getLast());
  }

  @Test
  void everyTruncationOfAnAnswerIsALostReaderInBoundedTime() throws IOException {
    CardChannel chip = chip();
    byte[] whole = acked(0x40, "00" + "9000");
    for (int length = 0; length < whole.length - 1; length++) {
      long start = line.nanos();
      line.then(Arrays.copyOf(whole, length));
      assertThrows(LineLostException.class, () -> chip.transmit(hex("00b0000000")));
      assertTrue(line.nanos() - start < Duration.ofSeconds(6).toNanos());
    }
  }

  @Test
  void theSpeedChangesOnBothSidesAfterTheAcknowledgement() throws IOException {
    Pn532 reader = connected();
    line.then(acked(0x10, ""));
    reader.speed(460_800);
    assertEquals("0000ff00ff00", line.said().getLast());
    assertEquals(List.of(460_800), line.speeds());
  }

  @Test
  void releasingLetsGoAndSwitchesTheFieldOff() throws IOException {
    Pn532 reader = connected();
    line.then(acked(0x52, "00")).then(acked(0x32, ""));
    reader.release();
    assertTrue(line.said().getLast().contains("d4320100"));
  }

  @Test
  void aLostLineIsAValueOfHealth() throws IOException {
    Pn532 reader = connected();
    line.lose();
    assertEquals(Health.LOST, reader.health());
  }

  private Pn532 connected() throws IOException {
    line.then(new byte[0]);
    line.then(acked(0x14, "")).then(acked(0x02, "32010607")).then(acked(0x32, ""));
    return Pn532.connect(line, line::nanos);
  }

  private CardChannel chip() throws IOException {
    Pn532 reader = connected();
    line.then(Cuts.join(acked(0x4A, TYPE_A)));
    return reader.poll(Duration.ZERO).orElseThrow();
  }

  private static byte[] hex(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
