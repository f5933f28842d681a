package egate.daemon;

import egate.report.Order;
import egate.report.Versions;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * What every bridge is held to.
 *
 * @param begin what one is begun with just now: policy, least versions, clock
 * @param rehearsal from its start until it is ready
 * @param silence longest time without a report on the devices' health while it serves
 * @param ending from the order to end until it is dead
 */
record BridgeTerms(
    Supplier<Order.Begin> begin, Duration rehearsal, Duration silence, Duration ending) {

  private static final Duration REHEARSAL = Duration.ofSeconds(30);
  private static final Duration SILENCE = Duration.ofSeconds(5);

  static BridgeTerms of(Supplier<Order.Begin> begin, Duration ending) {
    return new BridgeTerms(begin, REHEARSAL, SILENCE, ending);
  }

  /** Data older than this must not judge a document. */
  Versions least() {
    return begin.get().least();
  }
}
