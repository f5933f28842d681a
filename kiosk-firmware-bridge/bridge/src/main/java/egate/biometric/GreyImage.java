package egate.biometric;

/** Pixels of eight bits, row by row; 0 is black. Personal data: it has no string form. */
public final class GreyImage {
  private final int width;
  private final int height;
  private final byte[] pixels;

  /**
   * @param width columns, 1..8,192
   * @param height rows, 1..8,192
   * @param pixels width times height bytes; kept, not copied
   */
  public GreyImage(int width, int height, byte[] pixels) {
    if (width < 1 || width > 8_192 || height < 1 || height > 8_192) {
      throw new IllegalArgumentException("image of " + width + " x " + height);
    }
    if (pixels.length != width * height) {
      throw new IllegalArgumentException(pixels.length + " pixels for " + width + " x " + height);
    }
    this.width = width;
    this.height = height;
    this.pixels = pixels;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** The pixels themselves, not a copy. */
  public byte[] pixels() {
    return pixels;
  }

  @Override
  public String toString() {
    return "GreyImage";
  }
}
