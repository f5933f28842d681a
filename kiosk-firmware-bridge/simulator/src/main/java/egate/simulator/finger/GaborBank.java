package egate.simulator.finger;

/**
 * Filters that answer to ridges of one direction and period, precomputed for all that a pattern
 * needs. Coordinates are those of the coarse grid on which patterns grow.
 */
final class GaborBank {
  /** A filter reaches this far from its centre, in cells. */
  static final int RADIUS = 5;

  static final int SIZE = 2 * RADIUS + 1;

  private static final int DIRECTIONS = 32;
  private static final int PERIODS = 8;
  private static final double SHORTEST = 3.7;
  private static final double LONGEST = 5.3;
  // Wide enough for three ridges, narrow enough to be nearly zero at the radius.
  private static final double SPREAD = 2.1;
  // A ridge grows this much at each pass until it saturates.
  private static final double GAIN = 3.2;

  private static final float[][] FILTERS = all();

  private GaborBank() {}

  /**
   * The filter's number.
   *
   * @param angle ridge direction in radians
   * @param period distance between ridges, in cells
   */
  static int nearest(double angle, double period) {
    int direction = Math.floorMod(Math.round(angle / Math.PI * DIRECTIONS), DIRECTIONS);
    double step = (period - SHORTEST) / (LONGEST - SHORTEST) * (PERIODS - 1);
    int length = Math.clamp(Math.round(step), 0, PERIODS - 1);
    return direction * PERIODS + length;
  }

  /** Weights, {@link #SIZE} rows of {@link #SIZE}. */
  static float[] filter(int number) {
    return FILTERS[number];
  }

  private static float[][] all() {
    float[][] filters = new float[DIRECTIONS * PERIODS][];
    for (int i = 0; i < filters.length; i++) {
      int direction = i / PERIODS;
      double angle = direction * Math.PI / DIRECTIONS;
      double period = SHORTEST + (i % PERIODS) * (LONGEST - SHORTEST) / (PERIODS - 1);
      filters[i] = withoutMean(wave(angle, period));
    }
    return filters;
  }

  private static double[] wave(double angle, double period) {
    double[] weights = new double[SIZE * SIZE];
    for (int i = 0; i < weights.length; i++) {
      int x = i % SIZE - RADIUS;
      int y = i / SIZE - RADIUS;
      double across = -x * Math.sin(angle) - y * Math.cos(angle);
      weights[i] = envelope(x, y) * Math.cos(2 * Math.PI * across / period);
    }
    return weights;
  }

  // An even skin must stay even, so the weights sum to zero.
  private static float[] withoutMean(double[] weights) {
    double sum = 0;
    double envelopes = 0;
    double strength = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i];
      envelopes += envelope(i % SIZE - RADIUS, i / SIZE - RADIUS);
      strength += Math.abs(weights[i]);
    }
    float[] filter = new float[weights.length];
    for (int i = 0; i < weights.length; i++) {
      double envelope = envelope(i % SIZE - RADIUS, i / SIZE - RADIUS);
      filter[i] = (float) ((weights[i] - envelope * sum / envelopes) * GAIN / strength);
    }
    return filter;
  }

  private static double envelope(int x, int y) {
    return Math.exp(-(x * x + y * y) / (2 * SPREAD * SPREAD));
  }
}
