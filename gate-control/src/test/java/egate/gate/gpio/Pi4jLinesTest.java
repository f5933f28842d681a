package egate.gate.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.pi4j.io.gpio.digital.DigitalState;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class Pi4jLinesTest {
  private final MemoryProvider provider = new MemoryProvider();
  private final List<String> heard = new ArrayList<>();

  private Pi4jLines open() throws IOException {
    return Pi4jLines.open(
        provider,
        "chip0",
        Pins.WIRED,
        Duration.ZERO,
        (line, level) -> heard.add(line.key() + " " + level));
  }

  @Test
  void everyInputIsHeardOnceAtTheStartAndThenAtEveryChange() throws IOException {
    try (Pi4jLines _ = open()) {
      assertEquals(InputLine.values().length, heard.size());
      heard.clear();
      MemoryProvider.MemoryInput entry = Objects.requireNonNull(provider.requested.get(0));
      entry.becomes(DigitalState.HIGH);
      entry.becomes(DigitalState.UNKNOWN);
      assertEquals(List.of("entry-closed HIGH", "entry-closed UNKNOWN"), heard);
    }
  }

  @Test
  void outputsBeginLow() throws IOException {
    try (Pi4jLines _ = open()) {
      assertTrue(provider.log.stream().allMatch(line -> line.endsWith("=0")));
      assertEquals(OutputLine.values().length, provider.log.size());
    }
  }

  @Test
  void outputsFollow() throws IOException {
    try (Pi4jLines lines = open()) {
      provider.log.clear();
      lines.set(OutputLine.EXIT_UNLOCK, true);
      lines.set(OutputLine.EXIT_UNLOCK, false);
      assertEquals(List.of("17=1", "17=0"), provider.log);
    }
  }

  @Test
  void closingLocksBothDoorsBeforeAnythingElseAndTheDriverLast() throws IOException {
    Pi4jLines lines = open();
    lines.set(OutputLine.EXIT_UNLOCK, true);
    provider.log.clear();
    lines.close();
    assertEquals(List.of("16=0", "17=0"), provider.log.subList(0, 2));
    assertEquals("closed", provider.log.getLast());
  }

  @Test
  void aLostLineDoesNotKeepTheOthersFromBeingLocked() throws IOException {
    Pi4jLines lines = open();
    lines.set(OutputLine.EXIT_UNLOCK, true);
    provider.brokenLine = 16;
    provider.log.clear();
    lines.close();
    assertEquals("17=0", provider.log.getFirst());
    assertEquals("closed", provider.log.getLast());
  }

  @Test
  void aLostLineIsNamed() throws IOException {
    try (Pi4jLines lines = open()) {
      provider.brokenLine = 18;
      LinesException lost =
          assertThrows(LinesException.class, () -> lines.set(OutputLine.HEARTBEAT, true));
      assertEquals("output heartbeat cannot be driven", lost.getMessage());
    }
  }

  @Test
  void aBusyLineIsNamedAndWhatWasOpenedIsClosedAgain() {
    provider.busyLine = 17;
    IOException busy = assertThrows(IOException.class, this::open);
    assertTrue(String.valueOf(busy.getMessage()).contains("exit-unlock (line 17)"), busy::toString);
    assertEquals("closed", provider.log.getLast());
  }

  @Test
  void aMissingChipIsNamed() {
    IOException missing =
        assertThrows(
            IOException.class,
            () -> Pi4jLines.open(provider, "chip7", Pins.WIRED, Duration.ZERO, (_, _) -> {}));
    assertEquals("no chip chip7", missing.getMessage());
  }

  @Test
  void nothingIsHeardOnceTheLinesAreClosed() throws IOException {
    open().close();
    heard.clear();
    Objects.requireNonNull(provider.requested.get(0)).becomes(DigitalState.UNKNOWN);
    assertEquals(List.of(), heard);
  }

  @Test
  void linesCanBeOpenedAgainInTheSameProcess() throws IOException {
    open().close();
    open().close();
    assertEquals(2, provider.log.stream().filter("closed"::equals).count());
  }
}
