package egate.gate.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.gate.GateEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault of {@code sensor-faults.txt}: unsafe, and told by the line's name. */
class SensorFaultsTest {
  private final GateSensors sensors = new GateSensors(Duration.ofMillis(20));
  private final List<GateEvent> heard = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private long now;

  static List<String> faults() throws IOException {
    try (var in = SensorFaultsTest.class.getResourceAsStream("/sensor-faults.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(text.split("\n\n", -1)).skip(1).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("faults")
  void isToldByNameAndCountsAsUnsafe(String fault) {
    quiet();
    long begin = now;
    List<String> expected = new ArrayList<>();
    for (String line : fault.lines().skip(1).toList()) {
      String[] words = line.strip().split(" ", -1);
      switch (words[0]) {
        case "told" -> expected.add(words[1] + " " + words[2]);
        case "hears" -> assertTrue(hears(line.strip().substring(6)), heard::toString);
        case "shake" ->
            shake(line(words[1]), Integer.parseInt(words[2]), Integer.parseInt(words[3]));
        default -> step(begin, words);
      }
    }
    assertEquals(expected, told);
    assertFalse(sensors.sound());
  }

  @Test
  void everyLineHasItsFault() throws IOException {
    Set<InputLine> missing = EnumSet.allOf(InputLine.class);
    for (String fault : faults()) {
      fault
          .lines()
          .filter(l -> l.startsWith("told "))
          .forEach(l -> missing.remove(line(l.split(" ", -1)[1])));
    }
    assertEquals(Set.of(), missing);
  }

  @Test
  void aLineThatBouncedIsBelievedAgainOnceItHasBeenQuiet() {
    quiet();
    shake(InputLine.EXIT_CLOSED, 7, 1_000);
    set(InputLine.EXIT_CLOSED, Level.HIGH);
    pass(4_000);
    assertEquals(List.of("exit-closed bouncing"), told);
    pass(1_100);
    assertEquals(List.of("exit-closed bouncing", "exit-closed bouncing no more"), told);
    assertTrue(hears("exit CLOSED"), heard::toString);
    assertTrue(sensors.sound());
  }

  @Test
  void whoVanishedBehindClosedDoorsStaysUnknownUntilADoorMoves() {
    quiet();
    door(InputLine.ENTRY_CLOSED, InputLine.ENTRY_OPEN);
    set(InputLine.ZONE_EMPTY, Level.LOW);
    pass(100);
    door(InputLine.ENTRY_OPEN, InputLine.ENTRY_CLOSED);
    pass(10_000);
    set(InputLine.ZONE_EMPTY, Level.HIGH);
    pass(60_000);
    assertTrue(hears("zone UNKNOWN"), heard::toString);
    door(InputLine.EXIT_CLOSED, InputLine.EXIT_OPEN);
    assertTrue(hears("zone EMPTY") || heard.toString().contains("EMPTY"), heard::toString);
    assertEquals(List.of("zone-empty impossible", "zone-empty impossible no more"), told);
  }

  @Test
  void aDoorThatSwingsAndATravellerWhoWalksAreNoFault() {
    quiet();
    for (int traveller = 0; traveller < 20; traveller++) {
      door(InputLine.ENTRY_CLOSED, InputLine.ENTRY_OPEN);
      set(InputLine.ZONE_EMPTY, Level.LOW);
      pass(300);
      door(InputLine.ENTRY_OPEN, InputLine.ENTRY_CLOSED);
      pass(8_000);
      door(InputLine.EXIT_CLOSED, InputLine.EXIT_OPEN);
      set(InputLine.ZONE_EMPTY, Level.HIGH);
      pass(300);
      door(InputLine.EXIT_OPEN, InputLine.EXIT_CLOSED);
      pass(500);
    }
    assertEquals(List.of(), told);
  }

  /** Breaks one contact and makes the other a little later, as a door does. */
  private void door(InputLine breaks, InputLine makes) {
    set(breaks, Level.LOW);
    pass(200);
    set(makes, Level.HIGH);
    pass(50);
  }

  private void quiet() {
    for (InputLine line : InputLine.values()) {
      boolean high =
          line == InputLine.ENTRY_CLOSED
              || line == InputLine.EXIT_CLOSED
              || line == InputLine.ZONE_EMPTY;
      set(line, high ? Level.HIGH : Level.LOW);
    }
    pass(10_000);
    heard.clear();
  }

  private void step(long begin, String... words) {
    pass(begin + Long.parseLong(words[0]) - now);
    if (words.length > 1) {
      Level level =
          switch (words[2]) {
            case "1" -> Level.HIGH;
            case "0" -> Level.LOW;
            default -> Level.UNKNOWN;
          };
      set(line(words[1]), level);
    }
  }

  private void shake(InputLine line, int everyMillis, int forMillis) {
    boolean made =
        line == InputLine.ENTRY_CLOSED
            || line == InputLine.EXIT_CLOSED
            || line == InputLine.ZONE_EMPTY;
    for (int passed = 0; passed < forMillis; passed += everyMillis) {
      made = !made;
      set(line, made ? Level.HIGH : Level.LOW);
      pass(everyMillis);
    }
  }

  private void set(InputLine line, Level level) {
    heard.addAll(sensors.heard(line, level, Duration.ofMillis(now)));
    note();
  }

  private void pass(long millis) {
    for (long end = now + millis; now < end; ) {
      now = Math.min(end, now + 10);
      heard.addAll(sensors.tick(Duration.ofMillis(now)));
      note();
    }
  }

  private void note() {
    for (SensorFault fault : sensors.faults()) {
      told.add(fault.line().key() + " " + fault.kind().key() + (fault.begins() ? "" : " no more"));
    }
  }

  private boolean hears(String what) {
    return heard.isEmpty() ? what.equals("nothing") : words(heard.getLast()).equals(what);
  }

  private static String words(GateEvent event) {
    return switch (event) {
      case GateEvent.DoorMoved(var door, var contact) ->
          door.name().toLowerCase(Locale.ROOT) + " " + contact;
      case GateEvent.ZoneChanged(var occupancy) -> "zone " + occupancy;
      case GateEvent.LinesFailed _ -> "lines failed";
      case GateEvent.Emergency(boolean _) -> "emergency";
      case GateEvent.Tamper(boolean _) -> "tamper";
      case GateEvent.Ordered ordered -> ordered.order().key();
      default -> event.toString();
    };
  }

  private static InputLine line(String key) {
    return Stream.of(InputLine.values()).filter(l -> l.key().equals(key)).findFirst().orElseThrow();
  }
}
