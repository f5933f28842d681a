package egate.daemon.config;

/**
 * What is asked of the comparison of traveller and document.
 *
 * @param fingerFmrPerMillion false match rate that all tries of the finger together may have,
 *     100..10,000 per million (ISO/IEC 19795-1); for lower rates no threshold is calibrated
 * @param fingerTries presentations of the finger, 1..3
 * @param face whether a face comparison is asked for
 */
public record ComparisonPolicy(int fingerFmrPerMillion, int fingerTries, boolean face) {
  static final Range FMR_PER_MILLION = Range.of(100, 10_000);
  static final Range TRIES = Range.of(1, 3);

  public ComparisonPolicy {
    FMR_PER_MILLION.require("fingerFmrPerMillion", fingerFmrPerMillion);
    TRIES.require("fingerTries", fingerTries);
  }
}
