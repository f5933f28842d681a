package egate.command;

import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/** Patterns like fingerprints: round waves in which each dislocation makes one minutia. */
final class Ridges {
  private static final int MINUTIAE = 40;
  private static final double PERIOD = 9;

  private Ridges() {}

  /** The same seed gives the same pattern. */
  static BufferedImage image(long seed, int width, int height) {
    var random = new SplittableRandom(seed);
    double[][] dislocations = new double[MINUTIAE][];
    for (int i = 0; i < MINUTIAE; i++) {
      double sign = random.nextBoolean() ? 1 : -1;
      dislocations[i] = new double[] {random.nextDouble(300), random.nextDouble(300), sign};
    }
    var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < width * height; i++) {
      int row = i / width;
      double wave = Math.cos(phase(i % width, row, dislocations));
      image.getRaster().setSample(i % width, i / width, 0, (int) (127 + 100 * wave));
    }
    return image;
  }

  private static double phase(double x, double y, double[][] dislocations) {
    double phase = 2 * Math.PI * Math.hypot(x - 150, y - 250) / PERIOD;
    for (double[] at : dislocations) {
      phase += at[2] * Math.atan2(y - at[1], x - at[0]);
    }
    return phase;
  }
}
