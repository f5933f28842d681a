package egate.gate.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import egate.gate.Contact;
import egate.gate.Door;
import egate.gate.GateEvent;
import egate.gate.Occupancy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateSensorsTest {
  private final GateSensors sensors = new GateSensors(Duration.ofMillis(20));
  private long nowMillis;

  private List<GateEvent> hears(InputLine line, Level level) {
    return sensors.heard(line, level, Duration.ofMillis(nowMillis));
  }

  private List<GateEvent> after(long millis) {
    nowMillis += millis;
    return sensors.tick(Duration.ofMillis(nowMillis));
  }

  /** What two lines say together, once stable. */
  private List<GateEvent> pair(InputLine first, Level a, InputLine second, Level b) {
    List<GateEvent> events = new ArrayList<>(hears(first, a));
    events.addAll(hears(second, b));
    events.addAll(after(20));
    return events;
  }

  private List<GateEvent> exit(Level closed, Level open) {
    return pair(InputLine.EXIT_CLOSED, closed, InputLine.EXIT_OPEN, open);
  }

  private List<GateEvent> zone(Level empty, Level several) {
    return pair(InputLine.ZONE_EMPTY, empty, InputLine.ZONE_SEVERAL, several);
  }

  private static List<GateEvent> exitIs(Contact contact) {
    return List.of(new GateEvent.DoorMoved(Door.EXIT, contact));
  }

  private static List<GateEvent> zoneIs(Occupancy occupancy) {
    return List.of(new GateEvent.ZoneChanged(occupancy));
  }

  @Test
  void aContactNeedsBothItsLines() {
    assertEquals(List.of(), hears(InputLine.EXIT_CLOSED, Level.HIGH));
    assertEquals(List.of(), after(500));
    assertEquals(List.of(), hears(InputLine.EXIT_OPEN, Level.LOW));
    assertEquals(exitIs(Contact.CLOSED), after(20));
  }

  @Test
  void twoLinesThatContradictEachOtherAreUnknown() {
    assertEquals(exitIs(Contact.CLOSED), exit(Level.HIGH, Level.LOW));
    assertEquals(exitIs(Contact.UNKNOWN), exit(Level.HIGH, Level.HIGH));
    assertEquals(exitIs(Contact.OPEN), exit(Level.LOW, Level.HIGH));
    assertEquals(exitIs(Contact.UNKNOWN), exit(Level.LOW, Level.LOW));
  }

  @Test
  void theZoneCountsNobodyOneOrSeveral() {
    assertEquals(zoneIs(Occupancy.EMPTY), zone(Level.HIGH, Level.LOW));
    assertEquals(zoneIs(Occupancy.ONE), zone(Level.LOW, Level.LOW));
    assertEquals(zoneIs(Occupancy.SEVERAL), zone(Level.LOW, Level.HIGH));
    assertEquals(zoneIs(Occupancy.UNKNOWN), zone(Level.HIGH, Level.HIGH));
  }

  @Test
  void aLostLineIsUnknownAtOnce() {
    zone(Level.LOW, Level.LOW);
    assertEquals(zoneIs(Occupancy.UNKNOWN), hears(InputLine.ZONE_EMPTY, Level.UNKNOWN));
  }

  @Test
  void aDoorThatBouncesInItsFrameMovesOnce() {
    exit(Level.LOW, Level.HIGH);
    List<GateEvent> events = new ArrayList<>();
    for (int bounce = 0; bounce < 5; bounce++) {
      events.addAll(hears(InputLine.EXIT_OPEN, Level.LOW));
      events.addAll(hears(InputLine.EXIT_CLOSED, Level.HIGH));
      events.addAll(after(7));
      events.addAll(hears(InputLine.EXIT_CLOSED, Level.LOW));
      events.addAll(hears(InputLine.EXIT_OPEN, Level.HIGH));
      events.addAll(after(7));
    }
    assertEquals(List.of(), events);
    assertEquals(exitIs(Contact.CLOSED), exit(Level.HIGH, Level.LOW));
  }

  @Test
  void anEmergencyIsHeardAtOnceAndEndsOnceItHasEnded() {
    assertEquals(List.of(new GateEvent.Emergency(true)), hears(InputLine.EMERGENCY, Level.HIGH));
    assertEquals(List.of(), hears(InputLine.EMERGENCY, Level.LOW));
    assertEquals(List.of(), after(19));
    assertEquals(List.of(new GateEvent.Emergency(false)), after(1));
  }

  @Test
  void anEmergencyLineThatIsQuietAtTheStartIsNoNews() {
    hears(InputLine.EMERGENCY, Level.LOW);
    assertEquals(List.of(), after(20));
  }

  @Test
  void aGateThatCannotHearAnEmergencyIsOutOfService() {
    hears(InputLine.EMERGENCY, Level.LOW);
    after(20);
    assertEquals(List.of(new GateEvent.LinesFailed()), hears(InputLine.EMERGENCY, Level.UNKNOWN));
  }

  @Test
  void aLineThatIsLostDuringAnEmergencyDoesNotEndIt() {
    hears(InputLine.EMERGENCY, Level.HIGH);
    assertEquals(List.of(new GateEvent.LinesFailed()), hears(InputLine.EMERGENCY, Level.UNKNOWN));
    assertEquals(List.of(), after(500));
  }

  @Test
  void theLoopIsToldWhenToLookAgain() {
    assertNull(sensors.due());
    nowMillis = 40;
    hears(InputLine.EXIT_OPEN, Level.LOW);
    nowMillis = 50;
    hears(InputLine.EXIT_CLOSED, Level.HIGH);
    assertEquals(Duration.ofMillis(60), sensors.due());
    after(20);
    assertNull(sensors.due());
  }
}
