package egate.daemon;

import egate.report.PassagePolicy;
import egate.report.Versions;
import java.time.Duration;

/**
 * What every bridge is held to.
 *
 * @param policy what it is begun with
 * @param least data older than this must not judge a document
 * @param rehearsal from its start until it is ready
 * @param silence longest time without a report on the devices' health while it serves
 * @param ending from the order to end until it is dead
 */
record BridgeTerms(
    PassagePolicy policy, Versions least, Duration rehearsal, Duration silence, Duration ending) {

  private static final Duration REHEARSAL = Duration.ofSeconds(30);
  private static final Duration SILENCE = Duration.ofSeconds(5);

  static BridgeTerms of(PassagePolicy policy, Versions least, Duration ending) {
    return new BridgeTerms(policy, least, REHEARSAL, SILENCE, ending);
  }
}
