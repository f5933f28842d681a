package egate.biometric.face;

import egate.biometric.ColourImage;

/** Images of another size or place, with values between pixels by bilinear interpolation. */
final class Resampling {
  private Resampling() {}

  /**
   * What a similarity brings into a square; black where it comes from outside the image.
   *
   * <p>A face much larger than the square is halved first, since interpolation between four pixels
   * would otherwise skip most of them.
   *
   * @param toSquare from the image's pixels to the square's
   */
  static ColourImage square(ColourImage image, Similarity toSquare, int side) {
    ColourImage source = image;
    Similarity there = toSquare;
    while (there.scale() < 0.5 && source.width() > 1 && source.height() > 1) {
      source = source.halved();
      there = there.ofHalved();
    }
    Similarity back = there.inverse();
    byte[] samples = new byte[3 * side * side];
    for (int i = 0; i < side * side; i++) {
      int column = i % side;
      int row = i / side;
      put(source, back.x(column, row), back.y(column, row), samples, 3 * i);
    }
    return new ColourImage(side, side, samples);
  }

  /** The image whose longer side has so many pixels; itself if it has. */
  static ColourImage fitted(ColourImage image, int side) {
    int longer = Math.max(image.width(), image.height());
    if (longer == side) {
      return image;
    }
    ColourImage source = image;
    while (Math.max(source.width(), source.height()) >= 2 * side) {
      source = source.halved();
    }
    int width = Math.max(1, (int) Math.round((double) image.width() * side / longer));
    int height = Math.max(1, (int) Math.round((double) image.height() * side / longer));
    return stretched(source, 0, 0, source.width(), source.height(), width, height);
  }

  /** A part of an image in another size; beyond the image its last pixels go on. */
  static ColourImage stretched(
      ColourImage image,
      double left,
      double top,
      double across,
      double down,
      int width,
      int height) {
    byte[] samples = new byte[3 * width * height];
    for (int y = 0; y < height; y++) {
      double row = Math.clamp(top + (y + 0.5) * down / height - 0.5, 0, image.height() - 1.0);
      for (int x = 0; x < width; x++) {
        double column = left + (x + 0.5) * across / width - 0.5;
        put(image, Math.clamp(column, 0, image.width() - 1.0), row, samples, 3 * (y * width + x));
      }
    }
    return new ColourImage(width, height, samples);
  }

  private static void put(ColourImage image, double x, double y, byte[] samples, int at) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    double right = x - left;
    double down = y - top;
    for (int channel = 0; channel < 3; channel++) {
      double upper = mix(at(image, left, top, channel), at(image, left + 1, top, channel), right);
      double lower =
          mix(at(image, left, top + 1, channel), at(image, left + 1, top + 1, channel), right);
      samples[at + channel] = (byte) Math.round(mix(upper, lower, down));
    }
  }

  private static double mix(double one, double other, double part) {
    return one + part * (other - one);
  }

  private static int at(ColourImage image, int x, int y, int channel) {
    boolean inside = x >= 0 && y >= 0 && x < image.width() && y < image.height();
    return inside ? image.sample(x, y, channel) : 0;
  }
}
