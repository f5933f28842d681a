package egate.simulator.finger;

import java.util.SplittableRandom;

/**
 * The ridges of one finger, larger than what a sensor sees of them.
 *
 * <p>They grow on a grid of half the resolution, where a filter costs a sixteenth, and are then
 * interpolated.
 */
final class RidgePattern {
  /** Extent in px at 500 dpi. */
  static final int WIDTH = 288;

  static final int HEIGHT = 352;

  private static final int COLUMNS = WIDTH / 2;
  private static final int ROWS = HEIGHT / 2;
  // Cells around the grid that stay empty, so that no filter reads outside.
  private static final int MARGIN = GaborBank.RADIUS;
  private static final int STRIDE = COLUMNS + 2 * MARGIN;
  private static final int SPOTS = 60;
  private static final int PASSES = 14;
  private static final double MEAN_PERIOD = 9;
  private static final float PERIOD_CELL = 60;

  private final float[] ridges;

  private RidgePattern(float[] ridges) {
    this.ridges = ridges;
  }

  /** Height of the skin row by row, {@link #WIDTH} in each: 1 on ridges, -1 in valleys. */
  float[] ridges() {
    return ridges;
  }

  static RidgePattern grow(RidgeFlow flow, SplittableRandom random) {
    short[] filters = chooseFilters(flow, random);
    float[] skin = sowSpots(random);
    float[] next = new float[skin.length];
    for (int pass = 0; pass < PASSES; pass++) {
      growOnce(skin, next, filters);
      float[] swap = skin;
      skin = next;
      next = swap;
    }
    return new RidgePattern(interpolate(skin));
  }

  private static short[] chooseFilters(RidgeFlow flow, SplittableRandom random) {
    double mean = MEAN_PERIOD * random.nextDouble(0.92, 1.08);
    var variation = new SmoothField(random, WIDTH, HEIGHT, PERIOD_CELL);
    short[] filters = new short[COLUMNS * ROWS];
    for (int i = 0; i < filters.length; i++) {
      int x = 2 * (i % COLUMNS);
      int y = 2 * (i / COLUMNS);
      double period = mean * (1 + 0.1 * variation.at(x, y));
      filters[i] = (short) GaborBank.nearest(flow.angleAt(x, y), period / 2);
    }
    return filters;
  }

  private static float[] sowSpots(SplittableRandom random) {
    float[] skin = new float[STRIDE * (ROWS + 2 * MARGIN)];
    for (int spot = 0; spot < SPOTS; spot++) {
      int column = MARGIN + random.nextInt(COLUMNS - 1);
      int row = MARGIN + random.nextInt(ROWS - 1);
      float sign = random.nextBoolean() ? 1 : -1;
      skin[row * STRIDE + column] = sign;
      skin[row * STRIDE + column + 1] = sign;
      skin[(row + 1) * STRIDE + column] = sign;
      skin[(row + 1) * STRIDE + column + 1] = sign;
    }
    return skin;
  }

  private static void growOnce(float[] skin, float[] next, short[] filters) {
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        float[] filter = GaborBank.filter(filters[row * COLUMNS + column]);
        float answer = answer(skin, row * STRIDE + column, filter);
        next[(row + MARGIN) * STRIDE + column + MARGIN] = Math.clamp(answer, -1f, 1f);
      }
    }
  }

  private static float answer(float[] skin, int corner, float[] filter) {
    float sum = 0;
    int weight = 0;
    for (int row = 0; row < GaborBank.SIZE; row++) {
      int end = weight + GaborBank.SIZE;
      for (int cell = corner + row * STRIDE; weight < end; cell++, weight++) {
        sum += skin[cell] * filter[weight];
      }
    }
    return sum;
  }

  // Catmull and Rom's cubic halfway between cells: (-1, 9, 9, -1) / 16, first along rows.
  private static float[] interpolate(float[] skin) {
    float[] fine = new float[WIDTH * HEIGHT];
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        int cell = (row + MARGIN) * STRIDE + column + MARGIN;
        int pixel = 2 * row * WIDTH + 2 * column;
        fine[pixel] = skin[cell];
        fine[pixel + 1] = between(skin, cell, 1);
        fine[pixel + WIDTH] = between(skin, cell, STRIDE);
        fine[pixel + WIDTH + 1] =
            (between(skin, cell, STRIDE + 1) + between(skin, cell + 1, STRIDE - 1)) / 2;
      }
    }
    return fine;
  }

  private static float between(float[] skin, int cell, int step) {
    return (9 * (skin[cell] + skin[cell + step]) - skin[cell - step] - skin[cell + 2 * step]) / 16;
  }
}
