package egate.biometric;

import egate.report.ComparisonResult;

/**
 * How alike a probe and a reference are (ISO/IEC 2382-37 comparison score); higher is more alike.
 * The exact value says something of the traveller, so it has no string form, and leaves this
 * process only {@linkplain #quantised() quantised}.
 */
public final class ComparisonScore {
  private static final int REPORTED_MAX = 1_000;

  private final double value;

  /**
   * @param value 0 or more
   */
  ComparisonScore(double value) {
    // Written so that a NaN is refused too.
    if (!(value >= 0)) {
      throw new IllegalArgumentException("negative comparison score");
    }
    this.value = value;
  }

  /** The exact score, to be set against a threshold and nothing else. */
  double value() {
    return value;
  }

  boolean higherThan(ComparisonScore other) {
    return value > other.value;
  }

  /** Rounded down to a multiple of {@link ComparisonResult#SCORE_STEP}, 0..1,000. */
  public int quantised() {
    int whole = (int) Math.min(value, REPORTED_MAX);
    return whole - whole % ComparisonResult.SCORE_STEP;
  }

  @Override
  public String toString() {
    return "ComparisonScore";
  }
}
