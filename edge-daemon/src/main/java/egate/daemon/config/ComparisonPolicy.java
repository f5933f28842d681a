package egate.daemon.config;

/**
 * What is asked of the comparison of traveller and document.
 *
 * @param fingerFmrPerMillion false match rate that one finger comparison may have, 1..10,000 per
 *     million (ISO/IEC 19795-1)
 * @param fingerTries presentations of the finger, 1..5
 * @param face whether a face comparison is asked for
 */
public record ComparisonPolicy(int fingerFmrPerMillion, int fingerTries, boolean face) {
  static final Range FMR_PER_MILLION = Range.of(1, 10_000);
  static final Range TRIES = Range.of(1, 5);

  public ComparisonPolicy {
    FMR_PER_MILLION.require("fingerFmrPerMillion", fingerFmrPerMillion);
    TRIES.require("fingerTries", fingerTries);
  }
}
