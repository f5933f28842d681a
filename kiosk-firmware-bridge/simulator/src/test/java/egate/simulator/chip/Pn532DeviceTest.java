package egate.simulator.chip;

import static egate.simulator.chip.HostFrames.ACK;
import static egate.simulator.chip.HostFrames.NACK;
import static egate.simulator.chip.HostFrames.WAKE_UP;
import static egate.simulator.chip.HostFrames.command;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.simulator.document.ElementaryFile;
import egate.simulator.document.SampleDocuments;
import egate.simulator.document.TravelDocument;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class Pn532DeviceTest {
  private static final String SELECT = "00A4040C07A0000002471001";
  private static final String VERSION = "D50332010607";
  private static final String BOUNDED_RETRIES = "3205FF0102";

  private final TravelDocument document = SampleDocuments.passport(3);
  private final SimulatedChip chip = new SimulatedChip(document, new Random(1));
  private final RecordedLine line = new RecordedLine();
  private final Pn532Device device = new Pn532Device(new Random(2), FieldPace.FAST);

  @BeforeEach
  void wake() {
    device.attach(line);
    device.receive(WAKE_UP);
  }

  @Test
  void isDeafUntilItIsWoken() {
    Pn532Device asleep = new Pn532Device(new Random(2), FieldPace.FAST);
    asleep.attach(line);
    asleep.receive(command("02"));
    assertEquals(List.of(), line.take());
    asleep.receive(WAKE_UP);
    asleep.receive(command("02"));
    assertEquals(List.of("ACK", VERSION), line.take());
  }

  @Test
  void answersItsHousekeeping() {
    assertAnswer("1401", "D515");
    assertAnswer(BOUNDED_RETRIES, "D533");
    assertAnswer("1200", "D513");
    assertAnswer("0000ABCD", "D50100ABCD");
    assertAnswer("99", "7F");
    assertAnswer("10", "7F");
    assertAnswer("1009", "7F");
  }

  @Test
  void changesItsSpeedWithTheHostsAcknowledgement() {
    assertAnswer("1006", "D511");
    assertEquals(List.of(), line.speeds());
    device.receive(ACK);
    assertEquals(List.of(460_800), line.speeds());
    device.receive(ACK);
    assertEquals(List.of(460_800), line.speeds());
  }

  @Test
  void repeatsItsAnswerWhenAsked() {
    assertAnswer("02", VERSION);
    device.receive(NACK);
    assertEquals(List.of(VERSION), line.take());
  }

  @Test
  void listsNothingWhenRetriesAreBounded() {
    send(BOUNDED_RETRIES);
    assertAnswer("4A0100", "D54B00");
    device.present(chip);
    assertAnswer("4A0103", "D54B00"); // type B
  }

  @Test
  void listsAPassportWithARandomUid() {
    device.present(chip);
    String first = send("4A0100").getLast();
    assertTrue(first.matches("D54B0101000820" + "0408[0-9A-F]{6}" + "067833810280"), first);
    assertEquals(first, send("4A0100").getLast());
    device.present(chip);
    assertFalse(first.equals(send("4A0100").getLast()));
  }

  @Test
  void waitsForAChipUntilTheHostEndsTheWait() {
    assertEquals(List.of("ACK"), send("4A0100"));
    device.receive(ACK);
    device.present(chip);
    assertEquals(List.of(), line.take());
    device.remove();
    assertEquals(List.of("ACK"), send("4A0100"));
    assertAnswer("02", VERSION);
    device.present(chip);
    assertEquals(List.of(), line.take());
    device.remove();
    assertEquals(List.of("ACK"), send("4A0100"));
    device.present(chip);
    assertTrue(line.take().getFirst().startsWith("D54B01"));
    assertAnswer("4001" + SELECT, "D541009000");
  }

  @Test
  void exchangesOnlyWithAListedChip() {
    device.present(chip);
    assertAnswer("4001" + SELECT, "D54127");
    send("4A0100");
    assertAnswer("4001" + SELECT, "D541009000");
    assertAnswer("4002" + SELECT, "D54127");
    assertAnswer("5201", "D55300");
    assertAnswer("4001" + SELECT, "D54127");
    assertAnswer("5201", "D55327");
    assertAnswer("5200", "D55300");
  }

  @Test
  void listingAgainResetsTheChip() {
    device.present(chip);
    send("4A0100");
    assertAnswer("4001" + SELECT, "D541009000");
    send("4A0100");
    assertAnswer("40010084000008", "D541006985");
  }

  @Test
  void aChipThatWasTakenAwayTimesOutAndThenHasDisappeared() throws Exception {
    device.present(chip);
    send("4A0100");
    assertAnswer("0006", "D50100");
    device.remove();
    assertTrue(device.isEmpty());
    assertAnswer("0006", "D50101");
    assertAnswer("4001" + SELECT, "D54101");
    assertAnswer("4001" + SELECT, "D5412B");
    device.present(chip); // back, but not yet listed
    assertAnswer("4001" + SELECT, "D5412B");
    send("4A0100");
    assertAnswer("4001" + SELECT, "D541009000");
    assertFalse(device.awaitEmpty(1));
  }

  @Test
  void aChipThatLeavesOfItsOwnAccordIsGone() throws Exception {
    device.present(new SimulatedChip(document, new Random(1), Behaviour.capable().leavingAfter(1)));
    send("4A0100");
    assertAnswer("4001" + SELECT, "D541009000");
    assertAnswer("4001" + SELECT, "D54101");
    assertTrue(device.awaitEmpty(1));
  }

  @Test
  void removalDuringAnExchangeDoesNotWaitForItsEnd() throws Exception {
    CountDownLatch working = new CountDownLatch(1);
    CountDownLatch removed = new CountDownLatch(1);
    Pn532Device slow =
        new Pn532Device(
            new Random(2),
            (bytes, commands, rate) -> {
              working.countDown();
              awaitQuietly(removed);
            });
    slow.attach(line);
    slow.receive(WAKE_UP);
    slow.present(chip);
    slow.receive(command("4A0100"));
    line.take();

    Thread host = Thread.ofVirtual().start(() -> slow.receive(command("4001" + SELECT)));
    assertTrue(working.await(10, TimeUnit.SECONDS));
    slow.remove();
    assertEquals(List.of("ACK"), line.take());
    removed.countDown();
    assertTrue(host.join(Duration.ofSeconds(10)));
    assertEquals(List.of("D54101"), line.take());
  }

  @Test
  void theFieldTakesItsTime() {
    List<String> spent = new ArrayList<>();
    Pn532Device paced =
        new Pn532Device(
            new Random(2),
            (bytes, commands, rate) -> spent.add(bytes + " " + commands + " " + rate));
    paced.attach(line);
    paced.receive(WAKE_UP);
    paced.present(chip);
    for (String frame : List.of("4A0100", "4001" + SELECT, "4E010201", "4001" + SELECT)) {
      paced.receive(command(frame));
    }
    assertEquals(List.of("14 1 106000", "14 1 212000"), spent);
  }

  @Test
  void longCommandsAndResponsesAreChained() throws Exception {
    device.present(chip);
    send("4A0100");
    // Sixty thousand bytes of an unknown class; the chip hears them only once they are complete.
    byte[] apdu = new byte[7 + 60_000];
    System.arraycopy(HexFormat.of().parseHex("80000000" + "00EA60"), 0, apdu, 0, 7);
    for (int at = 0; at < apdu.length; at += 262) {
      int end = Math.min(apdu.length, at + 262);
      boolean more = end < apdu.length;
      String part = HexFormat.of().formatHex(apdu, at, end);
      assertAnswer((more ? "4041" : "4001") + part, more ? "D54100" : "D541006E00");
    }
  }

  @Test
  void aLongReadIsFetchedPartByPart() throws Exception {
    device.present(chip);
    send("4A0100");
    CardOverPn532 card = new CardOverPn532(device, line);
    TestTerminal terminal = TestTerminal.open(card::transmit, document.mrz());
    assertEquals(0x9000, terminal.select(0x0103));
    byte[] dg3 = document.file(ElementaryFile.DG3).orElseThrow();
    int parts = card.parts();
    byte[] read = terminal.read(0, 4_096).data();
    assertTrue(Arrays.equals(read, Arrays.copyOf(dg3, 4_096)));
    assertEquals(16, card.parts() - parts); // 4,096 bytes and their wrapping, by 262
    assertAnswer("4001", "D54127");
  }

  @Test
  void everySplitOfTheHostsBytesIsUnderstood() {
    byte[] bytes = conversation();
    List<String> whole = converse(List.of(bytes));
    assertTrue(whole.contains("D541009000"));
    for (int at = 0; at <= bytes.length; at++) {
      List<byte[]> pieces =
          List.of(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at, bytes.length));
      assertEquals(whole, converse(pieces), "split at " + at);
    }
    List<byte[]> single = new ArrayList<>();
    for (byte b : bytes) {
      single.add(new byte[] {b});
    }
    assertEquals(whole, converse(single));
  }

  @Test
  void everyTruncatedFrameIsPassedOverOnceItsRestIsMadeUpFor() {
    byte[] frame = command("4001" + SELECT);
    for (int cut = 0; cut < frame.length - 1; cut++) {
      device.receive(Arrays.copyOf(frame, cut));
      device.receive(new byte[300]); // more than any frame may still lack
      line.take();
      assertAnswer("02", VERSION);
    }
  }

  @Test
  void damagedFramesAreNotAcknowledged() {
    byte[] frame = command("02");
    for (int bit = 8; bit < (frame.length - 1) * 8; bit++) {
      byte[] damaged = frame.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
      device.receive(damaged);
      device.receive(new byte[300]);
      assertEquals(List.of(), line.take(), "bit " + bit);
      assertAnswer("02", VERSION);
    }
  }

  @Test
  void garbageBeforeAFrameIsPassedOver() {
    Random noise = new Random(3);
    for (int i = 0; i < 500; i++) {
      byte[] garbage = new byte[noise.nextInt(20)];
      noise.nextBytes(garbage);
      for (int at = 0; at < garbage.length; at++) {
        garbage[at] = garbage[at] == -1 ? 0 : garbage[at]; // no start code of its own
      }
      device.receive(garbage);
      assertAnswer("02", VERSION);
    }
  }

  @Test
  void framesLongerThanThePn532CanHoldAreNotAcknowledged() {
    assertEquals(List.of("ACK", "D54127"), send("4001" + "00".repeat(262)));
    assertEquals(List.of(), send("4001" + "00".repeat(263)));
  }

  private List<String> converse(List<byte[]> pieces) {
    Pn532Device fresh = new Pn532Device(new Random(2), FieldPace.FAST);
    fresh.attach(line);
    fresh.present(new SimulatedChip(document, new Random(1)));
    pieces.forEach(fresh::receive);
    return line.take();
  }

  private static byte[] conversation() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(WAKE_UP);
    bytes.writeBytes(command("1401"));
    bytes.writeBytes(HexFormat.of().parseHex("AA00FF00AA"));
    bytes.writeBytes(command("4A0100"));
    bytes.writeBytes(ACK);
    bytes.writeBytes(command("4041" + SELECT.substring(0, 10)));
    bytes.writeBytes(command("4001" + SELECT.substring(10)));
    bytes.writeBytes(NACK);
    bytes.writeBytes(command("4001" + "00".repeat(260)));
    return bytes.toByteArray();
  }

  private List<String> send(String hex) {
    device.receive(command(hex));
    return line.take();
  }

  private void assertAnswer(String hex, String answer) {
    assertEquals(List.of("ACK", answer), send(hex));
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      assertTrue(latch.await(10, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
