package egate.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.daemon.journal.JournalEntry;
import egate.gate.GateState;
import egate.gate.Hand;
import egate.gate.HandOrder;
import egate.gate.gpio.InputLine;
import egate.gate.gpio.OutputLine;
import egate.report.Order;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What people order by key and at the desk, and what cabinet and reader tell, through the loop. */
class OrdersTest {
  private final GateWorld world = new GateWorld(-1);

  @Test
  void theButtonEndsThePassageAndTheNextOneLetsTheTravellerBackOut() {
    world.identifying();
    world.press(InputLine.KEY_REFER);
    assertEquals(GateState.Phase.OFFICER, world.phase());
    assertTrue(world.result().contains("\"cause\":\"officer_referred\""), world.result());
    assertFalse(world.lines.high.contains(OutputLine.ENTRY_UNLOCK));

    world.press(InputLine.KEY_RELEASE_BACK);

    assertTrue(world.lines.high.contains(OutputLine.ENTRY_UNLOCK));
    assertEquals(
        List.of("refer KEY-SWITCH key_switch true", "release_back KEY-SWITCH key_switch true"),
        orders());
  }

  @Test
  void theOrderIsOnRecordBeforeTheDoorMoves() {
    world.identifying();
    world.press(InputLine.KEY_REFER);
    world.happened.clear();
    world.press(InputLine.KEY_RELEASE_BACK);
    assertEquals(List.of("Ordered", "+entry-unlock"), world.happened);
  }

  @Test
  void anOrderThatIsNotPermittedNowIsOnRecordAndMovesNothing() {
    world.idle();
    world.happened.clear();
    world.press(InputLine.KEY_RELEASE_BACK);
    assertEquals(List.of("Ordered"), world.happened);
    assertEquals(List.of("release_back KEY-SWITCH key_switch false"), orders());
  }

  @Test
  void theSwitchHoldsTheGateForAsLongAsItIsTurned() {
    world.idle();
    world.turn(InputLine.KEY_HOLD, true);
    assertEquals(GateState.Phase.HELD, world.phase());
    world.turn(InputLine.KEY_HOLD, false);
    assertEquals(GateState.Phase.IDLE, world.phase());
  }

  @Test
  void theSwitchTakesTheGateOutOfServiceBehindItsTraveller() {
    FakeBridge bridge = world.identifying();
    world.turn(InputLine.KEY_OUT_OF_SERVICE, true);
    assertEquals(GateState.Phase.IDENTIFYING, world.phase());
    world.leave(bridge);
    world.until(() -> world.phase() == GateState.Phase.OUT_OF_SERVICE);
    world.turn(InputLine.KEY_OUT_OF_SERVICE, false);
    world.serving(2);
    assertEquals(GateState.Phase.IDLE, world.phase());
  }

  @Test
  void theDesksOrderIsAnsweredOnceItIsOnRecord() {
    world.idle();
    CompletableFuture<Boolean> held = desk(HandOrder.Officer.HOLD);
    assertTrue(held.getNow(false));
    assertEquals(GateState.Phase.HELD, world.phase());
    assertFalse(desk(HandOrder.Officer.REFER).getNow(true));
    assertEquals(List.of("hold B-17 disturbance true", "refer B-17 disturbance false"), orders());
  }

  @Test
  void theDesksOrderIsNotHeededOnceTheRecordFails() {
    GateWorld failing = new GateWorld(0);
    failing.idle();
    CompletableFuture<Boolean> held = new CompletableFuture<>();
    failing.queue.put(new LoopEvent.Ordered(HandOrder.Officer.HOLD, Hand.KEY, held));
    failing.until(held::isDone);
    assertFalse(held.getNow(true));
    assertEquals(GateState.Phase.OUT_OF_SERVICE, failing.phase());
  }

  @Test
  void anOpenedCabinetClosesTheGateUntilATechnicianHandsItBack() {
    world.entering();
    world.turn(InputLine.TAMPER, true);
    assertEquals(GateState.Phase.TAMPERED, world.phase());
    assertFalse(world.lines.high.contains(OutputLine.ENTRY_UNLOCK));
    assertTrue(world.result().contains("\"cause\":\"tamper\""), world.result());
    assertEquals(List.of("tamper opened true"), disturbances());

    maintain();
    assertEquals(GateState.Phase.TAMPERED, world.phase(), "the cabinet is still open");

    world.turn(InputLine.TAMPER, false);
    assertEquals(GateState.Phase.TAMPERED, world.phase(), "nobody has looked yet");
    maintain();
    assertEquals(List.of("tamper opened true", "tamper opened false"), disturbances());
    assertFalse(world.loop.lastView().gate().failed());
    world.until(() -> world.phase() == GateState.Phase.NO_SPARE || world.ready());
  }

  @Test
  void whatTheGuardLatchedIsResetByATechnicianOnly() {
    world.idle();
    world.lines.lost = true;
    world.pass(Duration.ofMillis(100));
    assertEquals(GateState.Phase.OUT_OF_SERVICE, world.phase());
    world.lines.lost = false;
    assertTrue(desk(HandOrder.Officer.RESUME).isDone());
    assertEquals(GateState.Phase.OUT_OF_SERVICE, world.phase());
    maintain();
    assertEquals(GateState.Phase.IDLE, world.phase());
  }

  @Test
  void aRecordThatFailedIsNotRepairedByAKey() {
    GateWorld failing = new GateWorld(1);
    FakeBridge bridge = failing.idle();
    bridge.says(Reports.HOLD);
    bridge.says(Reports.ACCEPTED_DOCUMENT);
    for (int turns = 0; failing.phase() != GateState.Phase.OUT_OF_SERVICE; turns++) {
      assertTrue(turns < 1_000, "the record never failed");
      failing.loop.turn();
    }
    failing.turn(InputLine.KEY_MAINTENANCE, true);
    failing.turn(InputLine.KEY_MAINTENANCE, false);
    assertTrue(failing.loop.lastView().gate().failed());
  }

  @Test
  void aDocumentThatNoPassageComesOfIsFetchedByTheOfficer() {
    FakeBridge bridge = world.idle();
    world.turn(InputLine.DOCUMENT_PRESENT, true);
    rest(bridge, 1);
    assertEquals(GateState.Phase.IDLE, world.phase());
    rest(bridge, 2);
    assertEquals(GateState.Phase.DOCUMENT_LEFT, world.phase());

    assertTrue(world.lines.high.contains(OutputLine.LAMP_OFFICER));
    world.turn(InputLine.DOCUMENT_PRESENT, false);
    assertEquals(GateState.Phase.IDLE, world.phase());
  }

  @Test
  void aDocumentThatIsReadIsNotLeft() {
    FakeBridge bridge = world.idle();
    world.turn(InputLine.DOCUMENT_PRESENT, true);
    world.says(bridge, Reports.HOLD, GateState.Phase.READING);
    rest(bridge, 3);
    assertEquals(GateState.Phase.READING, world.phase());
  }

  @Test
  void whoAsksForMoreTimeIsGivenItByGateAndBridge() {
    FakeBridge bridge = world.idle();
    world.says(bridge, Reports.HOLD, GateState.Phase.READING);
    Duration usual = world.deadline();
    world.press(InputLine.MORE_TIME);
    world.until(() -> bridge.orders().contains(new Order.MoreTime(200)));
    assertEquals(List.of("extend_time TRAVELLER traveller_asked true"), orders());
    assertEquals(usual.plusSeconds(30), world.deadline());

    world.says(bridge, Reports.ACCEPTED_DOCUMENT, GateState.Phase.ENTERING);
    assertEquals(GateWorld.STEP.multipliedBy(2), world.deadline().minus(world.now()));
    assertEquals(1, bridge.orders().stream().filter(Order.MoreTime.class::isInstance).count());
  }

  @Test
  void moreTimeThatWasAskedForBeforehandIsForTheNextTravellerAlone() {
    FakeBridge bridge = world.idle();
    world.press(InputLine.MORE_TIME);
    world.until(() -> bridge.orders().contains(new Order.MoreTime(200)));
    world.says(bridge, Reports.HOLD, GateState.Phase.READING);
    assertTrue(world.loop.lastView().gate().current().extended());
    bridge.dies(0);
    world.until(() -> world.phase() == GateState.Phase.OFFICER);
    assertFalse(world.loop.lastView().gate().current().extended());
    FakeBridge second = world.serving(2);
    world.pass(Duration.ofSeconds(1));
    assertTrue(second.orders().stream().noneMatch(Order.MoreTime.class::isInstance));
  }

  @Test
  void aContactThatLiesIsUnsafeAndNamedOnRecord() {
    world.identifying();
    world.turn(InputLine.EXIT_OPEN, true);
    world.pass(Duration.ofMillis(200));
    assertEquals(GateState.Phase.OFFICER, world.phase());
    assertTrue(world.result().contains("\"cause\":\"sensor_unsafe\""), world.result());
    assertEquals(List.of("exit-closed stuck true"), disturbances());
  }

  private void maintain() {
    world.turn(InputLine.KEY_MAINTENANCE, true);
    world.turn(InputLine.KEY_MAINTENANCE, false);
  }

  private CompletableFuture<Boolean> desk(HandOrder order) {
    CompletableFuture<Boolean> heeded = new CompletableFuture<>();
    world.queue.put(new LoopEvent.Ordered(order, new Hand("B-17", Hand.Why.DISTURBANCE), heeded));
    world.loop.turn();
    return heeded;
  }

  /** Time goes by in which the bridge lives and nothing happens. */
  private void rest(FakeBridge bridge, int seconds) {
    for (int second = 0; second < seconds; second++) {
      bridge.says(Reports.HEALTHY);
      world.pass(Duration.ofSeconds(1));
    }
  }

  private List<String> orders() {
    return world.log.entries.stream()
        .filter(JournalEntry.Ordered.class::isInstance)
        .map(JournalEntry.Ordered.class::cast)
        .map(o -> String.join(" ", o.order(), o.who(), o.why(), String.valueOf(o.heeded())))
        .toList();
  }

  private List<String> disturbances() {
    return world.log.entries.stream()
        .filter(JournalEntry.Disturbance.class::isInstance)
        .map(JournalEntry.Disturbance.class::cast)
        .map(d -> d.line() + " " + d.what() + " " + d.begins())
        .toList();
  }
}
