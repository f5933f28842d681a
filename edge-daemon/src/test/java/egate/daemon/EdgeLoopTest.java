package egate.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.gate.GateState;
import egate.gate.Outcome;
import egate.gate.gpio.InputLine;
import egate.gate.gpio.OutputLine;
import egate.report.Order;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeLoopTest {

  @Test
  void anAcceptedTravellerPassesAndEveryOpeningIsOnRecordBefore() {
    GateWorld world = new GateWorld(-1);
    pass(world);

    assertEquals(
        List.of(
            "PassageBegun",
            "Decision",
            "+entry-unlock",
            "-entry-unlock",
            "Decision",
            "+exit-unlock",
            "-exit-unlock",
            "PassageResult",
            "enqueued 1"),
        world.happened.stream().filter(h -> !h.contains("lamp")).toList());
    assertEquals(1, world.loop.lastView().today().get(Outcome.PASSED));
    assertEquals(1, world.loop.lastView().lastSequence());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void afterAnAppendThatFailsNothingOpens(int appendThatFails) {
    GateWorld world = new GateWorld(appendThatFails);
    try {
      pass(world);
    } catch (AssertionError stopped) {
      // It does not come through, and that is right.
    }

    int full = world.happened.indexOf("disk full");
    assertTrue(full >= 0);
    assertTrue(
        world.happened.subList(full, world.happened.size()).stream()
            .noneMatch(h -> h.equals("+entry-unlock") || h.equals("+exit-unlock")));
    assertEquals(GateState.Phase.OUT_OF_SERVICE, world.phase());
    assertFalse(world.lines.high.contains(OutputLine.ENTRY_UNLOCK));
    assertFalse(world.lines.high.contains(OutputLine.EXIT_UNLOCK));
  }

  @Test
  void aFullRecordLetsThePassageEndAndTakesNobodyUntilThereIsRoom() {
    GateWorld world = new GateWorld(-1);
    AtomicBoolean full = new AtomicBoolean();
    world.book.fullWhen(full::get);
    FakeBridge bridge = world.identifying();
    full.set(true);
    world.leave(bridge);
    world.until(() -> world.phase() == GateState.Phase.OUT_OF_SERVICE);
    assertEquals(1, world.loop.lastView().today().get(Outcome.PASSED));
    FakeBridge second = world.serving(2);
    assertEquals(GateState.Phase.OUT_OF_SERVICE, world.phase());

    full.set(false);
    world.until(() -> world.phase() == GateState.Phase.IDLE);

    full.set(true);
    world.happened.clear();
    second.says(Reports.HOLD);
    world.until(() -> second.orders().contains(new Order.End()));
    assertEquals(GateState.Phase.OUT_OF_SERVICE, world.phase());
    assertFalse(world.happened.contains("PassageBegun"));
  }

  @Test
  void anEmergencyOpensBothDoorsFirstAndIsRecordedThen() {
    GateWorld world = new GateWorld(-1);
    world.idle();
    world.happened.clear();

    world.input(InputLine.EMERGENCY, true);

    assertEquals(
        List.of("+entry-unlock", "+exit-unlock", "Emergency"),
        world.happened.stream().filter(h -> !h.contains("lamp")).toList());
  }

  @Test
  void anEmergencyOvertakesWhatWaits() {
    EventQueue queue = new EventQueue();
    LoopEvent.Line door = new LoopEvent.Line(InputLine.ENTRY_OPEN, egate.gate.gpio.Level.HIGH);
    LoopEvent.Line fire = new LoopEvent.Line(InputLine.EMERGENCY, egate.gate.gpio.Level.HIGH);
    queue.put(door);
    queue.put(fire);

    assertEquals(fire, queue.poll(Duration.ZERO));
    assertEquals(door, queue.poll(Duration.ZERO));
  }

  @Test
  void aDeadBridgeRefersItsTravellerWithNoDoorToTheExit() {
    GateWorld world = new GateWorld(-1);
    world.identifying().dies(139);
    world.until(() -> world.phase() == GateState.Phase.OFFICER);

    assertTrue(world.result().contains("\"cause\":\"bridge_lost\""));
    assertFalse(world.happened.contains("+exit-unlock"));
  }

  @Test
  void aBridgeThatFailsForWantOfADeviceNamesItAsTheCause() {
    GateWorld world = new GateWorld(-1);
    world.identifying().says(Reports.FINGER_SENSOR_LOST);
    world.until(() -> world.phase() == GateState.Phase.OFFICER);

    assertTrue(world.result().contains("\"cause\":\"finger_sensor_lost\""), world.result());
  }

  @Test
  void whoeverIsReferredInsideIsLetBackOutThroughTheEntry() {
    GateWorld world = new GateWorld(-1);
    world.identifying().dies(139);
    world.until(() -> world.phase() == GateState.Phase.OFFICER);
    world.happened.clear();

    world.pass(Duration.ofMillis(1_500));

    assertEquals(List.of("Decision", "+entry-unlock"), world.happened);
  }

  @Test
  void aVerdictThatDoesNotComeRefers() {
    GateWorld world = new GateWorld(-1);
    FakeBridge bridge = world.idle();
    world.says(bridge, Reports.HOLD, GateState.Phase.READING);
    for (int second = 0; second < 30; second++) {
      bridge.says(Reports.HEALTHY);
      world.pass(Duration.ofSeconds(1));
    }
    world.until(() -> world.phase() == GateState.Phase.TIMED_OUT);

    assertTrue(world.result().contains("\"cause\":\"verdict_late\""));
  }

  @Test
  void aLostLineTakesTheGateOutOfServiceWithItsResultOnRecord() {
    GateWorld world = new GateWorld(-1);
    world.entering();
    world.lines.lost = true;

    world.pass(Duration.ofMillis(100));

    assertEquals(GateState.Phase.OUT_OF_SERVICE, world.phase());
    assertTrue(world.result().contains("\"cause\":\"sensor_unsafe\""));
  }

  @Test
  void theHeartbeatIsDrivenByTheTurnsOfTheLoop() {
    GateWorld world = new GateWorld(-1);
    world.idle();
    int before = world.lines.beats;

    for (int beat = 0; beat < 5; beat++) {
      world.pass(Duration.ofMillis(100));
    }

    assertEquals(before + 5, world.lines.beats);
  }

  @Test
  void afterAStandstillTheOutputsFollowTheLocksAndThePassageIsInterrupted() {
    GateWorld world = new GateWorld(-1);
    world.entering();
    world.happened.clear();

    world.pass(Duration.ofMillis(450));

    assertEquals(List.of("-entry-unlock"), doors(world));
    assertEquals(GateState.Phase.OFFICER, world.phase());
    assertTrue(world.result().contains("\"cause\":\"stalled\""), world.result());
  }

  @Test
  void anEmergencyOutlastsAStandstillWithAnEdgeForTheRelays() {
    GateWorld world = new GateWorld(-1);
    world.idle();
    world.input(InputLine.EMERGENCY, true);
    world.happened.clear();

    world.pass(Duration.ofMillis(450));

    assertEquals(
        List.of("-entry-unlock", "-exit-unlock", "+entry-unlock", "+exit-unlock"), doors(world));
  }

  @Test
  void whileUpstreamIsAwayTheGateServesAndSaysSo() {
    GateWorld world = new GateWorld(-1);
    world.idle();
    world.offline = true;

    world.pass(Duration.ofMillis(100));

    assertEquals(GateState.Phase.OFFLINE, world.phase());
    world.offline = false;
    world.pass(Duration.ofMillis(100));
    assertEquals(GateState.Phase.IDLE, world.phase());
  }

  @Test
  void afterTheEndTheLinesAreAtRest() {
    GateWorld world = new GateWorld(-1);
    world.entering();
    assertTrue(world.lines.high.contains(OutputLine.ENTRY_UNLOCK));

    world.queue.close();
    world.loop.run();

    assertTrue(world.lines.closed);
    assertTrue(world.lines.high.isEmpty());
  }

  private static void pass(GateWorld world) {
    leave(world, world.identifying());
  }

  private static void leave(GateWorld world, FakeBridge bridge) {
    world.leave(bridge);
    world.until(() -> world.phase() == GateState.Phase.NO_SPARE);
  }

  private static List<String> doors(GateWorld world) {
    return world.happened.stream().filter(h -> h.endsWith("-unlock")).toList();
  }
}
