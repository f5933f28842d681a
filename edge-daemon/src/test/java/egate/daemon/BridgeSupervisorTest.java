package egate.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.daemon.diagnostics.HandoverStatus;
import egate.report.Order;
import egate.report.Report;
import egate.report.TerminalChallenge;
import egate.report.Versions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BridgeSupervisorTest {
  private final BridgeYard yard = new BridgeYard();

  @Test
  void theFirstReadyBridgeBeginsAndASpareIsStartedBehindIt() {
    FakeBridge first = serving(1);

    yard.until(() -> yard.states().contains("2 rehearsing"));

    assertEquals(List.of(BridgeYard.TERMS.begin().get()), first.orders());
    assertEquals(new Notice.Serves(), yard.told.getFirst());
    assertInstanceOf(FirstAnswer.Rehearsed.class, yard.supervisor.findings().firstAnswer().join());
  }

  @Test
  void neverMoreThanTwoBridgesLive() {
    serving(1);
    spare(2);

    yard.pass(Duration.ofSeconds(1));

    assertEquals(List.of("1 serving: waiting", "2 spare"), yard.states());
  }

  @Test
  void aSpareBeginsOnlyWhenTheLastBridgeIsReaped() {
    FakeBridge first = serving(1);
    FakeBridge second = spare(2);
    first.lingers();

    first.saysBytes((byte) 0xFF, (byte) 0xFF);
    yard.until(() -> yard.states().contains("1 dead"));
    yard.pass(Duration.ofMillis(10));
    assertEquals(List.of(), second.orders());

    first.reap();
    yard.until(() -> !second.orders().isEmpty());
    assertInstanceOf(Order.Begin.class, second.orders().getFirst());
  }

  @Test
  void aRehearsalNeedNotYieldWhileNobodyIsServed() {
    assertTrue(yard.rehearsing(1).hurried());
    serving(1);
    assertTrue(yard.rehearsing(2).hurried());
  }

  @Test
  void aRehearsalYieldsToATravellerUntilThatOneHasGone() {
    FakeBridge first = serving(1);
    FakeBridge second = yard.rehearsing(2);
    say(first, Reports.HOLD, "1 serving: reading");
    second.dies(1);
    yard.until(() -> yard.states().size() == 1);
    yard.pass(Duration.ofSeconds(2));
    FakeBridge third = yard.rehearsing(3);
    assertFalse(third.hurried());

    first.dies(0);
    yard.until(() -> yard.states().size() == 1);
    assertTrue(third.hurried());
  }

  @Test
  void aSpareThatAnUpdateHasOutdatedIsReplacedAtOnceAndNeverServes() {
    serving(1);
    FakeBridge second = spare(2);

    yard.wants(new Versions(BridgeYard.VERSIONS.trust() + 1, 0, 1));
    yard.pass(Duration.ofMillis(10));

    assertTrue(second.killed());
    assertEquals(List.of(), second.orders());
    yard.until(() -> yard.states().contains("3 rehearsing"));
    assertTrue(
        yard.states().contains("1 serving: waiting"), "the one that serves ends its passage");
  }

  @Test
  void tellsHowLongTheDevicesWereNobodys() {
    FakeBridge first = serving(1);
    FakeBridge second = spare(2);
    assertEquals(new HandoverStatus(0, 0), yard.supervisor.handovers().status());

    first.dies(0);
    yard.until(() -> !second.orders().isEmpty());
    yard.pass(Duration.ofMillis(120));
    say(second, Reports.PRESENT, "2 serving: waiting");

    assertEquals(new HandoverStatus(120, 120), yard.supervisor.handovers().status());
  }

  @Test
  void aPassageGoesThroughEveryStep() {
    FakeBridge first = serving(1);
    say(first, Reports.HOLD, "1 serving: reading");
    say(first, Reports.ACCEPTED_DOCUMENT, "1 serving: judged");

    yard.supervisor.identify(yard.now);
    say(first, Reports.PLACE_FINGER, "1 serving: identifying");
    say(first, Reports.ACCEPTED_TRAVELLER, "1 serving: compared");
    yard.supervisor.end(yard.now);
    assertTrue(yard.states().contains("1 ending"));
    first.dies(0);
    yard.until(() -> yard.told.contains(new Notice.Gone()));

    assertFalse(first.killed() && first.onExit().join() != 0);
    assertEquals(new Order.End(), first.orders().getLast());
    assertTrue(yard.told.contains(new Notice.Said(Reports.ACCEPTED_TRAVELLER)));
  }

  @Test
  void whatWasSentBeforeTheOrderToEndArrivedIsNoLieAndCountsNoMore() {
    FakeBridge first = serving(1);
    say(first, Reports.HOLD, "1 serving: reading");
    yard.supervisor.end(yard.now);

    first.says(Reports.ACCEPTED_DOCUMENT);
    first.dies(0);
    yard.until(() -> yard.told.contains(new Notice.Gone()));

    assertFalse(yard.told.contains(new Notice.Said(Reports.ACCEPTED_DOCUMENT)));
  }

  @Test
  void aChallengeGoesToTheControlCentreAndItsSignatureBack() {
    TerminalChallenge challenge = new TerminalChallenge(3, new byte[32]);
    byte[] signature = {4, 2};
    BridgeYard asking =
        new BridgeYard(
            (asked, answer) -> answer.accept(asked.equals(challenge) ? signature : new byte[1]));
    FakeBridge bridge = asking.rehearsing(1);
    bridge.says(Reports.ready(1));
    asking.until(() -> asking.states().contains("1 serving: opening"));
    bridge.says(Reports.PRESENT);
    bridge.says(Reports.HOLD);
    bridge.says(new Report.TerminalAsked(challenge));

    asking.until(() -> bridge.orders().size() == 2);
    assertEquals(new Order.TerminalSignature(3, signature), bridge.orders().getLast());
  }

  @Test
  void withoutAControlCentreTheAnswerIsNothing() {
    FakeBridge first = serving(1);
    say(first, Reports.HOLD, "1 serving: reading");
    first.says(new Report.TerminalAsked(new TerminalChallenge(1, new byte[20])));

    yard.until(() -> first.orders().size() == 2);
    assertEquals(new Order.TerminalSignature(1, new byte[0]), first.orders().getLast());
  }

  @Test
  void aBridgeThatAsksTheCentreWithoutADocumentIsKilled() {
    FakeBridge first = serving(1);
    first.says(new Report.TerminalAsked(new TerminalChallenge(1, new byte[20])));
    yard.until(first::killed);
  }

  @Test
  void aBridgeThatDoesNotEndIsKilled() {
    FakeBridge first = serving(1);
    say(first, Reports.HOLD, "1 serving: reading");
    yard.supervisor.end(yard.now);

    yard.pass(Duration.ofMillis(3_999));
    assertFalse(first.killed());
    yard.pass(Duration.ofMillis(1));

    assertTrue(first.killed());
    assertTrue(yard.told.contains(new Notice.Gone()));
  }

  @Test
  void aSilentBridgeIsKilledAfterFiveSeconds() {
    FakeBridge first = serving(1);
    yard.pass(Duration.ofSeconds(4));
    first.says(Reports.HEALTHY);
    yard.until(() -> yard.told.contains(new Notice.Said(Reports.HEALTHY)));

    yard.pass(Duration.ofMillis(4_999));
    assertFalse(first.killed());
    yard.pass(Duration.ofMillis(1));
    assertTrue(first.killed());
  }

  @Test
  void guidanceAloneDoesNotKeepABridgeAlive() {
    FakeBridge first = serving(1);
    yard.pass(Duration.ofSeconds(4));
    say(first, Reports.HOLD, "1 serving: reading");

    yard.pass(Duration.ofSeconds(1));

    assertTrue(first.killed());
  }

  @Test
  void aRehearsalThatLastsTooLongIsKilled() {
    FakeBridge first = yard.rehearsing(1);

    yard.pass(Duration.ofSeconds(30));

    assertTrue(first.killed());
    assertEquals(
        new FirstAnswer.Died(Death.REHEARSAL_LATE),
        yard.supervisor.findings().firstAnswer().join());
  }

  @Test
  void readyMustComeFromTheProcessThatWasStarted() {
    FakeBridge first = yard.rehearsing(1);

    first.says(Reports.ready(99));
    yard.until(first::killed);

    assertEquals(
        new FirstAnswer.Died(Death.FALSE_READY), yard.supervisor.findings().firstAnswer().join());
  }

  @Test
  void aBridgeThatJudgesByOlderDataIsNotUsed() {
    FakeBridge first = yard.rehearsing(1);

    first.says(new Report.Ready(1, 900, new Versions(3, 0, 0)));
    yard.until(first::killed);
  }

  @Test
  void aFailureIsToldAndTheBridgeMayStillClearTheDevices() {
    FakeBridge first = serving(1);
    first.says(Reports.FINGER_SENSOR_LOST);
    yard.until(() -> yard.states().contains("1 ending"));

    assertTrue(yard.told.contains(new Notice.Said(Reports.FINGER_SENSOR_LOST)));
    assertFalse(first.killed());
    first.says(Reports.FINGER_SENSOR_LOST);
    yard.pass(Duration.ofSeconds(4));
    assertTrue(first.killed());
  }

  @Test
  void crashLoopsBackOffAndAServingBridgeEndsTheBackoff() {
    for (int crash = 1; crash <= 3; crash++) {
      int number = crash;
      yard.rehearsing(number).dies(1);
      yard.until(() -> yard.states().isEmpty());
      Duration wait = yard.supervisor.deadline().orElseThrow().minus(yard.now);
      assertEquals(Duration.ofMillis(250L << number), wait);
      yard.pass(wait);
    }

    serving(4);
    yard.until(() -> yard.states().contains("5 rehearsing"));
  }

  @Test
  void aLauncherThatCannotBeRunIsToldAsTheFirstAnswer() {
    yard.rehearsing(1).dies(1);
    yard.launchesFail();
    yard.until(() -> yard.states().isEmpty());
    yard.pass(Duration.ofSeconds(1));

    yard.until(() -> yard.states().isEmpty());

    assertTrue(yard.supervisor.deadline().orElseThrow().compareTo(yard.now) > 0);
  }

  @Test
  void identifyReachesOnlyABridgeThatHasJudged() {
    FakeBridge first = serving(1);

    yard.supervisor.identify(yard.now);

    assertEquals(1, first.orders().size());
  }

  @Test
  void shutdownKillsAndStartsNoOther() {
    FakeBridge first = serving(1);
    FakeBridge second = spare(2);

    yard.supervisor.shutDown(yard.now, Duration.ofSeconds(1));
    yard.until(() -> yard.states().isEmpty());

    assertTrue(first.killed() && second.killed());
  }

  private FakeBridge serving(int number) {
    FakeBridge bridge = yard.rehearsing(number);
    bridge.says(Reports.ready(number));
    yard.until(() -> !bridge.orders().isEmpty());
    say(bridge, Reports.PRESENT, number + " serving: waiting");
    return bridge;
  }

  private FakeBridge spare(int number) {
    FakeBridge bridge = yard.rehearsing(number);
    say(bridge, Reports.ready(number), number + " spare");
    return bridge;
  }

  private void say(FakeBridge bridge, Report report, String thenState) {
    bridge.says(report);
    yard.until(() -> yard.states().contains(thenState));
  }
}
