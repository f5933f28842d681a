package egate.bridge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egate.emrtd.KeyUnavailableException;
import egate.report.Order;
import egate.report.Report;
import egate.report.TerminalChallenge;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DaemonControlCentreTest {
  private static final byte[] HASH = new byte[32];
  private static final byte[] SIGNATURE = {4, 2};

  private final FakeDaemon daemon = new FakeDaemon();
  private final DaemonControlCentre centre = new DaemonControlCentre(daemon, () -> daemon.nanos);

  @Test
  void theAnswerToThisChallengeIsTheSignature() throws Exception {
    daemon.answers.add(new Order.TerminalSignature(1, SIGNATURE));
    assertArrayEquals(SIGNATURE, centre.sign(HASH, 1_000));
    assertEquals(List.of(new Report.TerminalAsked(new TerminalChallenge(1, HASH))), daemon.reports);
  }

  @Test
  void whatComesLateForAnEarlierOneIsLeftAside() throws Exception {
    assertLate("the control centre is late");
    daemon.answers.add(new Order.TerminalSignature(1, new byte[] {9}));
    daemon.answers.add(new Order.TerminalSignature(2, SIGNATURE));
    assertArrayEquals(SIGNATURE, centre.sign(HASH, 1_000));
  }

  @Test
  void aRefusalIsNoSignature() {
    daemon.answers.add(new Order.TerminalSignature(1, new byte[0]));
    assertLate("the control centre refuses, or cannot be reached");
  }

  @Test
  void theDaemonsEndEndsTheWait() {
    daemon.ended = true;
    assertLate("the control centre is late");
    assertEquals(0, daemon.nanos);
  }

  @Test
  void itIsNotAskedForEver() {
    for (int i = 0; i < TerminalChallenge.NUMBER_MAX; i++) {
      assertLate("the control centre is late");
    }
    assertLate("the control centre was asked often enough");
    assertEquals(TerminalChallenge.NUMBER_MAX, daemon.reports.size());
  }

  private void assertLate(String message) {
    assertEquals(
        message,
        assertThrows(KeyUnavailableException.class, () -> centre.sign(HASH, 1_000)).getMessage());
  }

  /** Its time passes as it is waited for. */
  private static final class FakeDaemon implements DaemonLine {
    private final Deque<Order> answers = new ArrayDeque<>();
    private final List<Report> reports = new ArrayList<>();
    private boolean ended;
    private long nanos;

    @Override
    public @Nullable Order next(Duration wait) {
      nanos += answers.isEmpty() ? wait.toNanos() : 0;
      return answers.poll();
    }

    @Override
    public boolean ended() {
      return ended;
    }

    @Override
    public void send(Report report) {
      reports.add(report);
    }
  }
}
