package egate.biometric.model;

import egate.biometric.ColourImage;
import java.util.Arrays;

/**
 * How a model wants an image: three planes of {@code (sample / scale - mean) / std}.
 *
 * @param order BGR or RGB, in which order the planes, means and deviations are
 * @param scale what a sample 0..255 is divided by first, above 0
 * @param mean of each plane, after that division
 * @param deviation likewise, above 0
 */
public record Pixels(Order order, double scale, Triple mean, Triple deviation) {

  /** Order of the planes. */
  public enum Order {
    RGB,
    BGR
  }

  /** One number for each plane. */
  public record Triple(double first, double second, double third) {
    double get(int plane) {
      return switch (plane) {
        case 0 -> first;
        case 1 -> second;
        default -> third;
      };
    }
  }

  public Pixels {
    boolean positive = deviation.first > 0 && deviation.second > 0 && deviation.third > 0;
    if (!(scale > 0) || !positive) {
      throw new IllegalArgumentException("scale and std must be above zero");
    }
  }

  /**
   * The planes one after the other, row by row.
   *
   * @param width columns of a plane, at least the image's; what the image does not cover is black
   * @param height rows likewise
   */
  public float[] planes(ColourImage image, int width, int height) {
    float[] planes = new float[3 * width * height];
    for (int plane = 0; plane < 3; plane++) {
      int channel = order == Order.RGB ? plane : 2 - plane;
      float[] values = values(plane);
      Arrays.fill(planes, plane * width * height, (plane + 1) * width * height, values[0]);
      for (int y = 0; y < image.height(); y++) {
        int at = (plane * height + y) * width;
        for (int x = 0; x < image.width(); x++) {
          planes[at + x] = values[image.sample(x, y, channel)];
        }
      }
    }
    return planes;
  }

  /** What each of the 256 samples becomes. */
  private float[] values(int plane) {
    float[] values = new float[256];
    for (int sample = 0; sample < values.length; sample++) {
      values[sample] = (float) ((sample / scale - mean.get(plane)) / deviation.get(plane));
    }
    return values;
  }
}
