package egate.simulator.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.gate.Contact;
import egate.gate.Door;
import egate.gate.GateEvent;
import egate.gate.Occupancy;
import egate.gate.gpio.GatePins;
import egate.gate.gpio.GateSensors;
import egate.gate.gpio.InputLine;
import egate.gate.gpio.Level;
import egate.gate.gpio.Lines;
import egate.gate.gpio.OutputLine;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do, as the gate's sensors understand it over the real socket. */
class MantrapTest {
  private static final GatePins PINS = Bench.PINS;
  private static final List<GateEvent> AT_REST =
      List.of(
          new GateEvent.DoorMoved(Door.ENTRY, Contact.CLOSED),
          new GateEvent.DoorMoved(Door.EXIT, Contact.CLOSED),
          new GateEvent.ZoneChanged(Occupancy.EMPTY));

  private final Bench bench = new Bench();
  private final Mantrap mantrap =
      new Mantrap(bench.board, PINS, Duration.ofMillis(20), Duration.ofMillis(30), bench.scheduler);
  private final GateSensors sensors = new GateSensors(Duration.ZERO);
  private final List<GateEvent> events = new ArrayList<>();
  private final Lines lines = bench.open(this::hear);

  MantrapTest() throws IOException {}

  private synchronized void hear(InputLine line, Level level) {
    events.addAll(sensors.heard(line, level, Duration.ofNanos(System.nanoTime())));
  }

  /** What was heard since the last call, without the moments in which a door swings. */
  private synchronized List<GateEvent> heard() {
    List<GateEvent> heard = new ArrayList<>(events);
    heard.removeIf(
        event ->
            event instanceof GateEvent.DoorMoved(Door _, Contact contact)
                && contact == Contact.UNKNOWN);
    events.clear();
    return heard;
  }

  private synchronized int count() {
    return events.size();
  }

  @BeforeEach
  void everythingIsClosedAndEmpty() throws IOException {
    assertEquals(AT_REST, heard());
    lines.set(OutputLine.HEARTBEAT, true);
  }

  @AfterEach
  void close() throws IOException {
    lines.close();
    bench.close();
  }

  private void unlock(Door door) throws Exception {
    CompletableFuture<Void> unlocked = mantrap.unlocked(door);
    lines.set(OutputLine.of(door), true);
    unlocked.get(5, TimeUnit.SECONDS);
  }

  private static boolean done(CompletableFuture<Boolean> walk) throws Exception {
    return walk.get(5, TimeUnit.SECONDS);
  }

  private static List<GateEvent> story(Door door, Occupancy... zone) {
    List<GateEvent> story = new ArrayList<>();
    story.add(new GateEvent.DoorMoved(door, Contact.OPEN));
    for (Occupancy occupancy : zone) {
      story.add(new GateEvent.ZoneChanged(occupancy));
    }
    story.add(new GateEvent.DoorMoved(door, Contact.CLOSED));
    return story;
  }

  /** Each door movement is two lines, so twice an event and once unknown; each person one line. */
  private void awaitEvents(int doors, int persons) {
    Eventually.becomesTrue("events", () -> count() == 4 * doors + persons);
  }

  @Test
  void aLockedDoorDoesNotYield() throws Exception {
    assertFalse(done(mantrap.walkIn(1)));
    assertEquals(List.of(), heard());
  }

  @Test
  void onePersonWalksInAndOut() throws Exception {
    unlock(Door.ENTRY);
    assertTrue(done(mantrap.walkIn(1)));
    awaitEvents(1, 1);
    assertEquals(story(Door.ENTRY, Occupancy.ONE), heard());
    unlock(Door.EXIT);
    assertTrue(done(mantrap.walkOut(Door.EXIT)));
    awaitEvents(1, 1);
    assertEquals(story(Door.EXIT, Occupancy.EMPTY), heard());
  }

  @Test
  void twoPersonsWalkInThroughOneOpening() throws Exception {
    unlock(Door.ENTRY);
    assertTrue(done(mantrap.walkIn(2)));
    awaitEvents(1, 2);
    assertEquals(story(Door.ENTRY, Occupancy.ONE, Occupancy.SEVERAL), heard());
    assertEquals(2, mantrap.inside().get(5, TimeUnit.SECONDS));
    assertTrue(done(mantrap.walkOut(Door.ENTRY)));
    awaitEvents(1, 2);
    assertEquals(story(Door.ENTRY, Occupancy.ONE, Occupancy.EMPTY), heard());
  }

  @Test
  void whoeverIsNotInsideCannotWalkOut() throws Exception {
    unlock(Door.EXIT);
    assertFalse(done(mantrap.walkOut(Door.EXIT)));
  }

  @Test
  void aLockedDoorCanBeTornOpen() throws Exception {
    assertTrue(done(mantrap.force(Door.EXIT)));
    awaitEvents(1, 0);
    assertEquals(story(Door.EXIT), heard());
  }

  @Test
  void theButtonIsHeard() {
    mantrap.emergency(true);
    Eventually.becomesTrue("emergency", () -> count() == 1);
    assertEquals(List.of(new GateEvent.Emergency(true)), heard());
  }
}
