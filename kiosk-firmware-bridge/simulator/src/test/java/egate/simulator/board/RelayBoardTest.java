package egate.simulator.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.gate.gpio.GatePins;
import egate.gate.gpio.InputLine;
import egate.gate.gpio.Level;
import egate.gate.gpio.LineProviders;
import egate.gate.gpio.Lines;
import egate.gate.gpio.LinesException;
import egate.gate.gpio.OutputLine;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The daemon's own adapter against the board, over the real socket. */
class RelayBoardTest {
  private static final GatePins PINS = Bench.PINS;
  private static final int ENTRY = PINS.number(OutputLine.ENTRY_UNLOCK);

  private final Bench bench = new Bench();
  private final RelayBoard board = bench.board;
  private final Map<InputLine, Level> heard = new ConcurrentHashMap<>();

  RelayBoardTest() throws IOException {}

  @AfterEach
  void close() throws IOException {
    bench.close();
  }

  @Test
  void theProviderIsFoundByItsNameAndNeverInProduction() throws IOException {
    assertEquals("simulated", LineProviders.named("simulated", false).name());
    assertThrows(LinesException.class, () -> LineProviders.named("simulated", true));
  }

  @Test
  void inputsAreHeardAtTheStartAndAtEveryChange() throws IOException {
    board.setInput(PINS.number(InputLine.ENTRY_CLOSED), true);
    try (Lines _ = bench.open(heard::put)) {
      assertEquals(Level.HIGH, heard.get(InputLine.ENTRY_CLOSED));
      assertEquals(Level.LOW, heard.get(InputLine.EMERGENCY));
      board.setInput(PINS.number(InputLine.EMERGENCY), true);
      Eventually.becomesTrue("emergency", () -> heard.get(InputLine.EMERGENCY) == Level.HIGH);
    }
  }

  /** A gate that hears of an unknown emergency line goes out of service at its start. */
  @Test
  void noInputIsUnknownAtTheStart() throws IOException {
    for (int round = 0; round < 50; round++) {
      try (Lines _ =
          bench.open((line, level) -> assertNotEquals(Level.UNKNOWN, level, line::key))) {
        Eventually.becomesTrue("requested", () -> board.requested(ENTRY));
      }
      Eventually.becomesTrue("freed", () -> !board.requested(ENTRY));
    }
  }

  @Test
  void outputsReachTheBoard() throws IOException {
    int lamp = PINS.number(OutputLine.LAMP_READY);
    try (Lines lines = bench.open(heard::put)) {
      lines.set(OutputLine.LAMP_READY, true);
      Eventually.becomesTrue("lamp", () -> board.output(lamp));
      lines.set(OutputLine.LAMP_READY, false);
      Eventually.becomesTrue("no lamp", () -> !board.output(lamp));
    }
  }

  @Test
  void aSecondHostFindsTheLinesBusyUntilTheFirstHasLeft() throws IOException {
    Lines first = bench.open(heard::put);
    IOException busy = assertThrows(IOException.class, () -> bench.open(heard::put));
    assertTrue(String.valueOf(busy.getMessage()).contains("line 16 is busy"), busy::toString);
    first.close();
    Eventually.becomesTrue("freed", () -> !board.requested(ENTRY));
    bench.open(heard::put).close();
  }

  @Test
  void withoutASimulatorTheMessageNamesTheSocket() throws IOException {
    board.close();
    IOException missing = assertThrows(IOException.class, () -> bench.open(heard::put));
    assertTrue(String.valueOf(missing.getMessage()).contains(bench.socket.toString()));
  }

  @Test
  void aLostBoardMakesInputsUnknownAndOutputsThrow() throws IOException {
    try (Lines lines = bench.open(heard::put)) {
      board.close();
      Eventually.becomesTrue("unknown", () -> heard.get(InputLine.ZONE_EMPTY) == Level.UNKNOWN);
      assertThrows(LinesException.class, () -> lines.set(OutputLine.HEARTBEAT, true));
    }
  }

  @Test
  void aSilentHeartDropsTheLockWithinHalfASecondThoughItsLineStaysHigh() throws IOException {
    AtomicLong dropped = new AtomicLong();
    AtomicLong silent = new AtomicLong();
    board.listen(
        new BoardListener() {
          @Override
          public void relay(int line, boolean pulled, long nanos) {
            dropped.set(pulled ? 0 : nanos);
          }

          @Override
          public void silent(long nanos) {
            silent.set(nanos);
          }
        });
    try (Lines lines = bench.open(heard::put)) {
      lines.set(OutputLine.HEARTBEAT, true);
      long lastBeat = System.nanoTime();
      lines.set(OutputLine.ENTRY_UNLOCK, true);
      Eventually.becomesTrue("pulled", () -> board.relay(ENTRY));
      Eventually.becomesTrue("dropped", () -> dropped.get() != 0);
      assertFalse(board.relay(ENTRY));
      assertTrue(board.output(ENTRY));
      assertEquals(silent.get(), dropped.get());
      long afterMillis = (dropped.get() - lastBeat) / 1_000_000;
      assertTrue(afterMillis < 500, () -> "dropped after " + afterMillis + " ms");
    }
  }

  @Test
  void theLockStaysPulledWhileTheHeartBeats() throws IOException {
    try (Lines lines = bench.open(heard::put)) {
      lines.set(OutputLine.HEARTBEAT, true);
      lines.set(OutputLine.ENTRY_UNLOCK, true);
      Eventually.becomesTrue("pulled", () -> board.relay(ENTRY));
      AtomicLong beats = new AtomicLong();
      long end = System.nanoTime() + 900_000_000L;
      Eventually.becomesTrue(
          "900 ms of beats",
          () -> {
            beat(lines, beats.incrementAndGet() % 2 == 0);
            return !board.relay(ENTRY) || System.nanoTime() - end > 0;
          });
      assertTrue(board.relay(ENTRY));
    }
  }

  @Test
  void closingInOrderLeavesEveryOutputLow() throws IOException {
    Lines lines = bench.open(heard::put);
    lines.set(OutputLine.ENTRY_UNLOCK, true);
    lines.set(OutputLine.LAMP_ENTER, true);
    lines.close();
    Eventually.becomesTrue("freed", () -> !board.requested(ENTRY));
    for (OutputLine line : OutputLine.values()) {
      assertFalse(board.output(PINS.number(line)), line::key);
    }
  }

  private static void beat(Lines lines, boolean high) {
    try {
      lines.set(OutputLine.HEARTBEAT, high);
    } catch (LinesException e) {
      throw new AssertionError(e);
    }
  }
}
