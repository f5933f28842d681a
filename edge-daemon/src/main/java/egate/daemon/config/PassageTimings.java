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
 * @param attentionMillis how long a gate that serves nobody waits before it sees to its outputs and
 *     calls the officer once more, 1,000..600,000
 * @param holdMillis how long an officer may hold the gate before it goes out of service, 1,000..
 *     600,000
 * @param jogMillis how long a technician's jog moves or lights something, 100..10,000
 * @param documentLeftMillis after how long a document in the reader that no passage comes of counts
 *     as left behind, 500..60,000
 * @param extendedPercent what a traveller in extended time is given of the times up to leaving,
 *     100..500 percent
 */
public record PassageTimings(
    int documentMillis,
    int documentReturnMillis,
    int enteringMillis,
    int closingMillis,
    int identifyingMillis,
    int leavingMillis,
    int officerMillis,
    int endingMillis,
    int attentionMillis,
    int holdMillis,
    int jogMillis,
    int documentLeftMillis,
    int extendedPercent) {
  static final Range VERDICT_MILLIS = Range.of(2_000, 300_000);
  static final Range RETURN_MILLIS = Range.of(100, 60_000);
  static final Range STEP_MILLIS = Range.of(100, 600_000);
  static final Range ENDING_MILLIS = Range.of(100, 60_000);
  static final Range REST_MILLIS = Range.of(1_000, 600_000);
  static final Range JOG_MILLIS = Range.of(100, 10_000);
  static final Range LEFT_MILLIS = Range.of(500, 60_000);
  static final Range EXTENDED_PERCENT = Range.of(100, 500);

  /** What holds where a profile does not say otherwise. */
  static final int ATTENTION_MILLIS_USUAL = 60_000;

  static final int HOLD_MILLIS_USUAL = 300_000;
  static final int JOG_MILLIS_USUAL = 3_000;
  static final int LEFT_MILLIS_USUAL = 10_000;
  static final int EXTENDED_PERCENT_USUAL = 200;

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
    REST_MILLIS.require("attentionMillis", attentionMillis);
    REST_MILLIS.require("holdMillis", holdMillis);
    JOG_MILLIS.require("jogMillis", jogMillis);
    LEFT_MILLIS.require("documentLeftMillis", documentLeftMillis);
    EXTENDED_PERCENT.require("extendedPercent", extendedPercent);
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
        Duration.ofMillis(endingMillis),
        Duration.ofMillis(attentionMillis),
        Duration.ofMillis(holdMillis),
        Duration.ofMillis(jogMillis),
        extendedPercent);
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
