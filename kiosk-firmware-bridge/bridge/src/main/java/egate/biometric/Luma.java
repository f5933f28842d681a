package egate.biometric;

import java.awt.image.Raster;

/**
 * Grey of a decoded raster: one band as it is, since a colour model's conversion would bend it; of
 * three the luma (ITU-R BT.601).
 */
final class Luma {
  private Luma() {}

  static GreyImage of(Raster raster) {
    return raster.getNumBands() < 3 ? ofGrey(raster) : ofColour(raster);
  }

  private static GreyImage ofGrey(Raster raster) {
    int[] grey = band(raster, 0);
    byte[] pixels = new byte[grey.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) grey[i];
    }
    return new GreyImage(raster.getWidth(), raster.getHeight(), pixels);
  }

  private static GreyImage ofColour(Raster raster) {
    int[] red = band(raster, 0);
    int[] green = band(raster, 1);
    int[] blue = band(raster, 2);
    byte[] pixels = new byte[red.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) ((299 * red[i] + 587 * green[i] + 114 * blue[i] + 500) / 1_000);
    }
    return new GreyImage(raster.getWidth(), raster.getHeight(), pixels);
  }

  private static int[] band(Raster raster, int band) {
    int width = raster.getWidth();
    int height = raster.getHeight();
    int[] samples = new int[width * height];
    return raster.getSamples(raster.getMinX(), raster.getMinY(), width, height, band, samples);
  }
}
