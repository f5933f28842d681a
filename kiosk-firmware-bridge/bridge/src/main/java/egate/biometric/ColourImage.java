package egate.biometric;

/**
 * Pixels of red, green and blue, eight bits each, row by row. Personal data: it has no string form.
 */
public final class ColourImage {
  private static final int SIDE_MAX = 8_192;

  private final int width;
  private final int height;
  private final byte[] samples;

  /**
   * @param width columns, 1..8,192
   * @param height rows, 1..8,192
   * @param samples red, green, blue of each pixel; kept, not copied
   */
  public ColourImage(int width, int height, byte[] samples) {
    if (width < 1 || width > SIDE_MAX || height < 1 || height > SIDE_MAX) {
      throw new IllegalArgumentException("image of " + width + " x " + height);
    }
    if (samples.length != 3 * width * height) {
      throw new IllegalArgumentException(samples.length + " samples: " + width + " x " + height);
    }
    this.width = width;
    this.height = height;
    this.samples = samples;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /**
   * A sample, 0..255.
   *
   * @param channel 0 red, 1 green, 2 blue
   */
  public int sample(int x, int y, int channel) {
    return samples[3 * (y * width + x) + channel] & 0xFF;
  }

  /** The samples themselves, not a copy. */
  public byte[] samples() {
    return samples;
  }

  /** Half as wide and half as high: each pixel the mean of four; an odd last line is left out. */
  public ColourImage halved() {
    int columns = Math.max(1, width / 2);
    int rows = Math.max(1, height / 2);
    byte[] half = new byte[3 * columns * rows];
    for (int i = 0; i < half.length; i++) {
      int x = 2 * (i / 3 % columns);
      int y = 2 * (i / 3 / columns);
      half[i] = (byte) mean(x, y, i % 3);
    }
    return new ColourImage(columns, rows, half);
  }

  private int mean(int x, int y, int channel) {
    int right = Math.min(x + 1, width - 1);
    int below = Math.min(y + 1, height - 1);
    int upper = sample(x, y, channel) + sample(right, y, channel);
    int lower = sample(x, below, channel) + sample(right, below, channel);
    return (upper + lower + 2) / 4;
  }

  @Override
  public String toString() {
    return "ColourImage";
  }
}
