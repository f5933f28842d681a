package egate.bridge.reader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.bridge.serial.LineLostException;
import egate.emrtd.CardChannel;
import egate.emrtd.CardLostException;
import egate.report.Health;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PcscReaderTest {
  private static final byte[] COMMAND = {0, (byte) 0xB0, 0, 0, 0};

  private static final long TIMEOUT = 0x8010000AL;
  private static final long PROTO_MISMATCH = 0x8010000FL;
  private static final long COMM_ERROR = 0x80100013L;
  private static final long NOT_TRANSACTED = 0x80100016L;
  private static final long NO_SERVICE = 0x8010001DL;
  private static final long UNRESPONSIVE = 0x80100066L;
  private static final long REMOVED = 0x80100069L;

  private final AtomicLong nanos = new AtomicLong();
  private final FakeResourceManager manager = new FakeResourceManager();

  private PcscReader open() throws LineLostException {
    return PcscReader.connect(manager, new ReaderPattern("ACS*00"), 4_096, nanos::get);
  }

  private static CardChannel chip(PcscReader reader) throws LineLostException {
    return reader.poll(Duration.ZERO).orElseThrow();
  }

  @Test
  void takesTheFirstReaderThatFits() throws Exception {
    manager.readers = List.of("Broadcom 00 00", "ACS ACR1252 01 00", "ACS ACR1252 01 01");
    chip(open());
    assertEquals("ACS ACR1252 01 00", manager.connected);
  }

  @Test
  void noReaderAndNoServiceAreALostReader() {
    manager.readers = List.of("Broadcom 00 00");
    assertLost("no PC/SC reader is named ACS*00");
    manager.failing("establish", NO_SERVICE);
    assertLost("8010001d");
    assertEquals(1, manager.released.get()); // the context of the first attempt
  }

  private void assertLost(String part) {
    String message = assertThrows(LineLostException.class, this::open).toString();
    assertTrue(message.contains(part), message);
  }

  @Test
  void everyPollFindsAFreshChip() throws Exception {
    PcscReader reader = open();
    CardChannel first = chip(reader);
    assertArrayEquals(FakeResourceManager.ANSWER, first.transmit(COMMAND));
    assertEquals(0, manager.disconnected.get());
    chip(reader);
    assertEquals(1, manager.disconnected.get());
    reader.close();
    assertEquals(2, manager.disconnected.get());
    assertEquals(1, manager.released.get());
  }

  @Test
  void anEmptyFieldAndChipsThatCannotBeUsedAreNoChip() throws Exception {
    PcscReader reader = open();
    manager.present = false;
    assertEquals(Optional.empty(), reader.poll(Duration.ZERO));
    manager.present = true;
    for (long code : new long[] {PROTO_MISMATCH, UNRESPONSIVE, REMOVED, TIMEOUT}) {
      manager.failing("connect", code);
      assertEquals(Optional.empty(), reader.poll(Duration.ZERO));
    }
  }

  @Test
  void aChipThatLeavesCanComeBackAndAReaderThatLeavesCannot() throws Exception {
    PcscReader reader = open();
    CardChannel chip = chip(reader);
    for (long code : new long[] {REMOVED, NOT_TRANSACTED}) {
      manager.failing("transmit", code);
      assertThrows(CardLostException.class, () -> chip.transmit(COMMAND));
    }
    manager.failing("transmit", COMM_ERROR);
    assertThrows(LineLostException.class, () -> chip.transmit(COMMAND));
    manager.failing("awaitGone", NO_SERVICE);
    assertThrows(LineLostException.class, () -> reader.poll(Duration.ZERO));
    assertEquals(Health.OK, reader.health());
    manager.readers = List.of();
    assertEquals(Health.LOST, reader.health());
    assertThrows(LineLostException.class, () -> reader.poll(Duration.ZERO));
  }

  @Test
  void aLostChipIsNotUnpoweredAndItsAbsenceIsAwaited() throws Exception {
    PcscReader reader = open();
    lose(chip(reader));
    assertTrue(reader.poll(Duration.ZERO).isEmpty()); // pcscd has not noticed yet
    assertFalse(manager.unpowered);
    manager.present = false;
    assertTrue(reader.poll(Duration.ZERO).isEmpty());
    manager.present = true;
    chip(reader);
    assertFalse(manager.poweredAnew);
    chip(reader);
    assertTrue(manager.unpowered);
  }

  @Test
  void aChipThatCameBackUnnoticedIsPoweredAnew() throws Exception {
    PcscReader reader = open();
    lose(chip(reader));
    assertTrue(reader.poll(Duration.ZERO).isEmpty());
    nanos.addAndGet(Duration.ofSeconds(2).toNanos());
    chip(reader);
    assertTrue(manager.poweredAnew);
  }

  private void lose(CardChannel chip) {
    manager.failing("transmit", REMOVED);
    assertThrows(CardLostException.class, () -> chip.transmit(COMMAND));
  }

  @Test
  void anAnswerWithoutAStatusIsALostChip() throws Exception {
    CardChannel chip = chip(open());
    manager.answer = new byte[] {(byte) 0x90};
    assertThrows(CardLostException.class, () -> chip.transmit(COMMAND));
  }

  @Test
  void aResourceManagerThatHangsIsALostReader() throws Exception {
    PcscReader reader = open();
    manager.hanging = true;
    long begin = System.nanoTime();
    assertThrows(LineLostException.class, () -> reader.poll(Duration.ZERO));
    assertTrue(System.nanoTime() - begin < Duration.ofSeconds(10).toNanos());
    manager.hanging = false;
    assertEquals(Health.OK, reader.health()); // the call that hangs holds up no later one
  }

  @Test
  void carriesWhatItsProfileSays() throws Exception {
    CardChannel extended = chip(open());
    assertEquals(4_096, extended.responseBytesMax());
    assertEquals(65_545, extended.commandBytesMax());
    ReaderPattern any = new ReaderPattern("*");
    CardChannel plain = chip(PcscReader.connect(manager, any, 256, System::nanoTime));
    assertEquals(256, plain.responseBytesMax());
    assertEquals(261, plain.commandBytesMax());
  }

  @Test
  void patternsMeanWhatTheySay() {
    assertTrue(new ReaderPattern("ACS ACR1252 (1) 00 00").fits("ACS ACR1252 (1) 00 00"));
    assertTrue(new ReaderPattern("ACS*PICC*").fits("ACS ACR1252 PICC 00 00"));
    assertFalse(new ReaderPattern("ACS.*").fits("ACS ACR1252"));
    assertFalse(new ReaderPattern("ACR1252").fits("ACS ACR1252"));
    assertThrows(IllegalArgumentException.class, () -> new ReaderPattern(""));
    assertThrows(IllegalArgumentException.class, () -> new ReaderPattern("x".repeat(129)));
  }
}
