package egate.simulator.finger;

import java.util.SplittableRandom;

/**
 * A core or a delta, around which the ridge direction turns by half a circle.
 *
 * <p>Around Sherlock and Monro's singularities the direction turns evenly. Here it turns unevenly,
 * as Vizcaya and Gerhardt proposed: slowly inside a loop, whose ridges are nearly parallel, fast at
 * its top, and a little differently for each finger.
 */
final class Singularity {
  private static final int HARMONICS = 3;
  private static final double UNEVENNESS = 0.5;

  final double x;
  final double y;
  private final double parallel;
  private final double[] amplitudes = new double[HARMONICS];
  private final double[] phases = new double[HARMONICS];
  private double axis;

  private Singularity(double x, double y, double parallel, SplittableRandom random) {
    this.x = x;
    this.y = y;
    this.parallel = parallel;
    for (int i = 0; i < HARMONICS; i++) {
      amplitudes[i] = random.nextDouble(UNEVENNESS) / (i + 1);
      phases[i] = random.nextDouble(2 * Math.PI);
    }
  }

  static Singularity core(double x, double y, SplittableRandom random) {
    return new Singularity(x, y, random.nextDouble(0.4, 0.8), random);
  }

  static Singularity delta(double x, double y, SplittableRandom random) {
    return new Singularity(x, y, 0, random);
  }

  /** The direction in which a core's loop opens, in radians. */
  void openToward(double angle) {
    axis = angle;
  }

  /** Where a place lies as seen from here, in radians anticlockwise from the right. */
  double bearing(double placeX, double placeY) {
    return Math.atan2(y - placeY, placeX - x);
  }

  /** Twice the ridge direction that this singularity alone would cause. */
  double turn(double placeX, double placeY) {
    double bearing = bearing(placeX, placeY);
    double turn = bearing - parallel * Math.sin(bearing - axis);
    for (int i = 0; i < HARMONICS; i++) {
      turn += amplitudes[i] * Math.sin((i + 1) * bearing + phases[i]);
    }
    return turn;
  }
}
