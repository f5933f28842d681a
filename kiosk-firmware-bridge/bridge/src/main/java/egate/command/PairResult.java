package egate.command;

import org.jspecify.annotations.Nullable;

/**
 * What became of a pair.
 *
 * @param score not a number where there was nothing to compare
 * @param quality of the worse of the two, 0..100, -1 where one could not be read
 * @param shortcoming of either, or why there is no score; null if there is none
 * @param millis of comparing, and of decoding what had not been decoded before
 */
record PairResult(
    double score, double threshold, int quality, @Nullable String shortcoming, double millis) {

  /** {@code match}, {@code non_match} or {@code not_evaluated}. */
  String decision() {
    if (Double.isNaN(score)) {
      return "not_evaluated";
    }
    return score >= threshold ? "match" : "non_match";
  }

  boolean matched() {
    return score >= threshold;
  }
}
