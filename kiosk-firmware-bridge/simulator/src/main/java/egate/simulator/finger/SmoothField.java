package egate.simulator.finger;

import java.util.SplittableRandom;

/** A random function of the plane, between -1 and 1, without detail finer than its cell. */
final class SmoothField {
  private final int columns;
  private final float scale;
  private final float[] lattice;

  /**
   * @param width extent in which it may be asked, in px
   * @param cell distance between independent values, in px
   */
  SmoothField(SplittableRandom random, int width, int height, float cell) {
    scale = 1 / cell;
    columns = (int) (width * scale) + 2;
    int rows = (int) (height * scale) + 2;
    lattice = new float[columns * rows];
    for (int i = 0; i < lattice.length; i++) {
      lattice[i] = (float) random.nextDouble(-1, 1);
    }
  }

  float at(int x, int y) {
    float column = x * scale;
    float row = y * scale;
    int wholeColumn = (int) column;
    int wholeRow = (int) row;
    int i = wholeRow * columns + wholeColumn;
    float right = ease(column - wholeColumn);
    float down = ease(row - wholeRow);
    float upper = lattice[i] + right * (lattice[i + 1] - lattice[i]);
    int j = i + columns;
    float lower = lattice[j] + right * (lattice[j + 1] - lattice[j]);
    return upper + down * (lower - upper);
  }

  private static float ease(float part) {
    return part * part * (3 - 2 * part);
  }
}
