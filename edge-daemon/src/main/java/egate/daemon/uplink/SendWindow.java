package egate.daemon.uplink;

import java.time.Duration;

/**
 * Which results may be on their way: those behind the last acknowledged one, at most {@link #SIZE}
 * of them, in order. What central does not acknowledge in time is sent again, all of it.
 *
 * <p>The acknowledgement counted here is central's, never the broker's.
 */
final class SendWindow {
  /**
   * Results on their way at once, which is also the most that a lost broker costs to send again.
   */
  static final int SIZE = 64;

  /** How long central may take before everything on its way is sent again; doubles each time. */
  static final Duration PATIENCE_LEAST = Duration.ofSeconds(2);

  /** Where the doubling ends, so that a broker does not fill while central is away. */
  static final Duration PATIENCE_MOST = Duration.ofMinutes(5);

  private Duration patience = PATIENCE_LEAST;
  private long acknowledged;
  private long sent;
  private Duration waitingSince;

  /** A window on a new connection: nothing is on its way. */
  SendWindow(long acknowledged, Duration now) {
    this.acknowledged = acknowledged;
    this.sent = acknowledged;
    this.waitingSince = now;
  }

  /** The sequence behind which results may be sent. */
  long sent() {
    return sent;
  }

  /** How many results may be sent now. */
  int room() {
    return (int) (acknowledged + SIZE - sent);
  }

  /** Notes that a result is on its way. */
  void sent(long sequence, Duration now) {
    if (sent == acknowledged) {
      waitingSince = now;
    }
    sent = sequence;
  }

  /** Notes how far central's acknowledgements reach. */
  void acknowledged(long sequence, Duration now) {
    if (sequence > acknowledged) {
      acknowledged = sequence;
      sent = Math.max(sent, sequence);
      waitingSince = now;
      patience = PATIENCE_LEAST;
    }
  }

  /** Forgets what is on its way when central has been silent for too long. */
  void expire(Duration now) {
    if (sent > acknowledged && now.minus(waitingSince).compareTo(patience) >= 0) {
      sent = acknowledged;
      Duration doubled = patience.multipliedBy(2);
      patience = doubled.compareTo(PATIENCE_MOST) < 0 ? doubled : PATIENCE_MOST;
    }
  }
}
