package egate.biometric;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * What scores of known pairs say about thresholds (ISO/IEC 19795-1). No threshold is told that the
 * pairs cannot support: without a single false match, {@code 3 / FMR} independent comparisons of
 * different people bound the rate at 95 % confidence (the rule of three).
 */
public final class Calibration {
  private static final int PAIRS_FOR_ONE = 3;

  private final double[] impostors;
  private final double[] genuine;
  private final long independentPairs;

  /**
   * @param impostors scores of pairs of different fingers, at least one; in any order
   * @param genuine scores of pairs of one finger; in any order
   * @param independentPairs of different fingers, each two fingers counted once
   */
  public Calibration(double[] impostors, double[] genuine, long independentPairs) {
    this.impostors = impostors.clone();
    this.genuine = genuine.clone();
    this.independentPairs = independentPairs;
    Arrays.sort(this.impostors);
    Arrays.sort(this.genuine);
  }

  /** Pairs that a rate needs. */
  public static long pairsFor(int fmrPerMillion) {
    return (PAIRS_FOR_ONE * 1_000_000L + fmrPerMillion - 1) / fmrPerMillion;
  }

  /**
   * The least score, in hundredths, which no more impostors reach than the rate allows; none where
   * the pairs do not support that rate.
   *
   * @param fmrPerMillion false match rate, 1..100,000 per million
   */
  public OptionalDouble threshold(int fmrPerMillion) {
    if (independentPairs < pairsFor(fmrPerMillion)) {
      return OptionalDouble.empty();
    }
    long allowed = (long) impostors.length * fmrPerMillion / 1_000_000;
    double highestRefused = impostors[(int) (impostors.length - 1 - allowed)];
    return OptionalDouble.of((Math.floor(highestRefused * 100) + 1) / 100);
  }

  /** Part of the genuine pairs that a threshold refuses, 0..1; not a number without any. */
  public double falseNonMatchRate(double threshold) {
    return part(genuine, threshold);
  }

  /** Part of the impostors that a threshold lets pass, 0..1. */
  public double falseMatchRate(double threshold) {
    return 1 - part(impostors, threshold);
  }

  private static double part(double[] sorted, double threshold) {
    int below = 0;
    while (below < sorted.length && sorted[below] < threshold) {
      below++;
    }
    return (double) below / sorted.length;
  }
}
