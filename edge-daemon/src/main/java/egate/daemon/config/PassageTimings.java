package egate.daemon.config;

import egate.gate.Timings;
import egate.report.DocumentPolicy;
import egate.report.PassagePolicy;
import java.time.Duration;

/**
 * How long each step of a passage may last, in milliseconds.
 *
 * @param documentMillis from the first sight of a document to its verdict, 2,000..300,000
 * @param documentReturnMillis for a chip pulled away to come back, 100..60,000
 * @param enteringMillis from the unlocking of the entry until one person is inside, 100..600,000
 * @param closingMillis for a door to fall closed, 100..600,000
 * @param identifyingMillis for all captures and comparisons, 2,000..300,000
 * @param leavingMillis from the unlocking of the exit until the zone is empty, 100..600,000
 * @param officerMillis how long a referral is shown, 100..600,000
 * @param endingMillis for a bridge to clear the devices and die, 100..60,000
 */
public record PassageTimings(
    int documentMillis,
    int documentReturnMillis,
    int enteringMillis,
    int closingMillis,
    int identifyingMillis,
    int leavingMillis,
    int officerMillis,
    int endingMillis) {
  static final Range VERDICT_MILLIS = Range.of(2_000, 300_000);
  static final Range RETURN_MILLIS = Range.of(100, 60_000);
  static final Range STEP_MILLIS = Range.of(100, 600_000);
  static final Range ENDING_MILLIS = Range.of(100, 60_000);

  /** The bridge gives up this share of a time earlier, so that its own reason arrives in time. */
  private static final int BRIDGE_MARGIN_PERCENT = 10;

  public PassageTimings {
    VERDICT_MILLIS.require("documentMillis", documentMillis);
    RETURN_MILLIS.require("documentReturnMillis", documentReturnMillis);
    STEP_MILLIS.require("enteringMillis", enteringMillis);
    STEP_MILLIS.require("closingMillis", closingMillis);
    VERDICT_MILLIS.require("identifyingMillis", identifyingMillis);
    STEP_MILLIS.require("leavingMillis", leavingMillis);
    STEP_MILLIS.require("officerMillis", officerMillis);
    ENDING_MILLIS.require("endingMillis", endingMillis);
  }

  /** The deadlines that the gate keeps. */
  public Timings ofGate() {
    return new Timings(
        Duration.ofMillis(documentMillis),
        Duration.ofMillis(enteringMillis),
        Duration.ofMillis(closingMillis),
        Duration.ofMillis(identifyingMillis),
        Duration.ofMillis(leavingMillis),
        Duration.ofMillis(officerMillis),
        Duration.ofMillis(endingMillis));
  }

  /** The deadlines and the policies that a bridge is begun with. */
  public PassagePolicy ofBridge(ComparisonPolicy comparison, DocumentPolicy documents) {
    return new PassagePolicy(
        comparison.fingerFmrPerMillion(),
        comparison.fingerTries(),
        comparison.face(),
        lessMargin(documentMillis),
        documentReturnMillis,
        lessMargin(identifyingMillis),
        documents);
  }

  private static int lessMargin(int millis) {
    return millis - millis * BRIDGE_MARGIN_PERCENT / 100;
  }
}
