package egate.simulator.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.gate.Door;
import egate.gate.GateCommand;
import egate.gate.GateEvent;
import egate.gate.GateState.Phase;
import egate.gate.Judgement;
import egate.gate.Outcome;
import egate.gate.Referral;
import egate.gate.gpio.OutputLine;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Core, sensors, guard, Pi4J adapter, socket, relays and people together. */
class WalkThroughTest {
  private final Bench bench = new Bench();
  private final Mantrap mantrap =
      new Mantrap(
          bench.board, Bench.PINS, Duration.ofMillis(30), Duration.ofMillis(50), bench.scheduler);
  private final GateLoop gate = new GateLoop(bench);

  WalkThroughTest() throws IOException {}

  @BeforeEach
  void theGateIsReady() {
    gate.tell(new GateEvent.BridgeServing());
    awaitPhase(Phase.IDLE);
  }

  @AfterEach
  void close() throws Exception {
    gate.stop();
    bench.close();
  }

  private void awaitPhase(Phase phase) {
    Eventually.becomesTrue("expected " + phase, () -> gate.phase() == phase);
  }

  private void acceptDocument() throws Exception {
    gate.tell(new GateEvent.DocumentPresented());
    gate.tell(new GateEvent.DocumentJudged(Judgement.ACCEPTED));
    awaitUnlocked(Door.ENTRY);
  }

  private void awaitUnlocked(Door door) throws Exception {
    mantrap.unlocked(door).get(5, TimeUnit.SECONDS);
  }

  private static void assertWalked(CompletableFuture<Boolean> walk) throws Exception {
    assertTrue(walk.get(5, TimeUnit.SECONDS), "the door is locked");
  }

  private List<GateCommand> results() {
    return gate.done.stream().filter(GateCommand.RecordResult.class::isInstance).toList();
  }

  private static List<GateCommand> result(Outcome outcome, Referral cause) {
    return List.of(new GateCommand.RecordResult(1, outcome, cause));
  }

  @Test
  void anAcceptedTravellerWalksThrough() throws Exception {
    acceptDocument();
    assertWalked(mantrap.walkIn(1));
    awaitPhase(Phase.IDENTIFYING);
    gate.tell(new GateEvent.TravellerJudged(Judgement.ACCEPTED));
    awaitUnlocked(Door.EXIT);
    assertWalked(mantrap.walkOut(Door.EXIT));
    awaitPhase(Phase.ENDING);
    assertEquals(result(Outcome.PASSED, Referral.NONE), results());
  }

  @Test
  void twoPeopleAreLetBackOutThroughTheEntry() throws Exception {
    acceptDocument();
    assertWalked(mantrap.walkIn(2));
    awaitPhase(Phase.TAILGATING);
    awaitUnlocked(Door.ENTRY);
    assertFalse(mantrap.walkOut(Door.EXIT).get(5, TimeUnit.SECONDS));
    assertWalked(mantrap.walkOut(Door.ENTRY));
    awaitPhase(Phase.ENDING);
    assertEquals(result(Outcome.REFERRED, Referral.MORE_THAN_ONE_PERSON), results());
  }

  @Test
  void anEmergencyOpensBothDoorsAndTheGateWaitsAfterwards() throws Exception {
    acceptDocument();
    assertWalked(mantrap.walkIn(1));
    awaitPhase(Phase.IDENTIFYING);
    mantrap.emergency(true);
    awaitUnlocked(Door.ENTRY);
    awaitUnlocked(Door.EXIT);
    assertWalked(mantrap.walkOut(Door.EXIT));
    mantrap.emergency(false);
    awaitPhase(Phase.NO_SPARE);
    Eventually.becomesTrue("locked", () -> !relay(Door.ENTRY) && !relay(Door.EXIT));
    assertEquals(result(Outcome.INTERRUPTED, Referral.EMERGENCY), results());
  }

  private boolean relay(Door door) {
    return bench.board.relay(Bench.PINS.number(OutputLine.of(door)));
  }
}
