package egate.biometric;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import org.jspecify.annotations.Nullable;

/**
 * The pixels of a decoded image as eight-bit red, green and blue.
 *
 * <p>Samples are taken as the file holds them: a colour model's conversion would bend grey by a
 * gamma that nobody asked for. Only a palette is looked up.
 */
final class PixelRows {
  private static final int BITS = 8;

  private final Raster raster;
  private final int shift;
  private final int @Nullable [] palette;
  private final @Nullable GreyImage plain;

  private PixelRows(Raster raster, int shift, int @Nullable [] palette, @Nullable GreyImage plain) {
    this.raster = raster;
    this.shift = shift;
    this.palette = palette;
    this.plain = plain;
  }

  static PixelRows of(BufferedImage image) {
    Raster raster = image.getRaster();
    if (image.getColorModel() instanceof IndexColorModel indexed) {
      return new PixelRows(raster, 0, colours(indexed), null);
    }
    return new PixelRows(raster, raster.getSampleModel().getSampleSize(0) - BITS, null, null);
  }

  /** Of eight bits a pixel, row by row. */
  static PixelRows of(int width, int height, byte[] grey) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setDataElements(0, 0, width, height, grey);
    return new PixelRows(image.getRaster(), 0, null, new GreyImage(width, height, grey));
  }

  int width() {
    return raster.getWidth();
  }

  int height() {
    return raster.getHeight();
  }

  /** Luma of ITU-R BT.601; of grey the very value. */
  GreyImage grey() {
    if (plain != null) {
      return plain;
    }
    byte[] pixels = new byte[width() * height()];
    for (int y = 0, at = 0; y < height(); y++) {
      int[] row = row(y);
      for (int i = 0; i < row.length; i += 3) {
        pixels[at++] = (byte) ((299 * row[i] + 587 * row[i + 1] + 114 * row[i + 2] + 500) / 1_000);
      }
    }
    return new GreyImage(width(), height(), pixels);
  }

  ColourImage colour() {
    byte[] samples = new byte[3 * width() * height()];
    for (int y = 0, at = 0; y < height(); y++) {
      for (int sample : row(y)) {
        samples[at++] = (byte) sample;
      }
    }
    return new ColourImage(width(), height(), samples);
  }

  /** Red, green, blue of each pixel of a row, 0..255. */
  private int[] row(int y) {
    int top = raster.getMinY() + y;
    int[] held = raster.getPixels(raster.getMinX(), top, width(), 1, (int[]) null);
    int bands = raster.getNumBands();
    if (bands == 3 && shift == 0) {
      return held;
    }
    int[] row = new int[3 * width()];
    for (int x = 0; x < width(); x++) {
      for (int channel = 0; channel < 3; channel++) {
        int band = bands < 3 ? 0 : channel;
        row[3 * x + channel] = eightBits(held[bands * x + band], channel);
      }
    }
    return row;
  }

  private int eightBits(int sample, int channel) {
    if (palette != null) {
      return (palette[sample % palette.length] >> (16 - 8 * channel)) & 0xFF;
    }
    return shift >= 0 ? sample >> shift : sample << -shift;
  }

  private static int[] colours(IndexColorModel indexed) {
    int[] colours = new int[indexed.getMapSize()];
    indexed.getRGBs(colours);
    return colours;
  }
}
