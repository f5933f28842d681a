package egate.bridge;

import egate.emrtd.KeyUnavailableException;
import egate.report.Order;
import egate.report.Report;
import egate.report.TerminalChallenge;
import egate.terminal.ControlCentre;
import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The terminal control centre as a bridge reaches it: through the daemon alone. */
final class DaemonControlCentre implements ControlCentre {
  private final DaemonLine daemon;
  private final LongSupplier nanos;
  private int asked;

  /**
   * @param nanos monotonic clock, in nanoseconds
   */
  DaemonControlCentre(DaemonLine daemon, LongSupplier nanos) {
    this.daemon = daemon;
    this.nanos = nanos;
  }

  @Override
  public byte[] sign(byte[] challenge, int millis) throws KeyUnavailableException {
    if (++asked > TerminalChallenge.NUMBER_MAX) {
      throw new KeyUnavailableException("the control centre was asked often enough");
    }
    try {
      daemon.send(new Report.TerminalAsked(new TerminalChallenge(asked, challenge)));
      return awaited(Deadline.in(Duration.ofMillis(millis), nanos));
    } catch (IOException e) {
      throw new KeyUnavailableException("the daemon cannot be reached");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KeyUnavailableException("interrupted");
    }
  }

  /** Of this challenge: what comes late for an earlier one is left aside. */
  private byte[] awaited(Deadline deadline) throws KeyUnavailableException, InterruptedException {
    while (!deadline.over() && !daemon.ended()) {
      @Nullable Order order = daemon.next(deadline.leftUpTo(Surroundings.MOMENT));
      if (order instanceof Order.TerminalSignature answer && answer.number() == asked) {
        byte[] signature = answer.signature();
        if (signature.length == 0) {
          throw new KeyUnavailableException("the control centre refuses, or cannot be reached");
        }
        return signature;
      }
    }
    throw new KeyUnavailableException("the control centre is late");
  }
}
