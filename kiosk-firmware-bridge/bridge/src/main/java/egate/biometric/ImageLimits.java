package egate.biometric;

/**
 * How large an image may be to be decoded at all.
 *
 * @param bytesMax of the encoded image
 * @param sideMax columns or rows
 * @param pixelsMax columns times rows
 */
public record ImageLimits(int bytesMax, int sideMax, int pixelsMax) {
  /** Of a chip or a camera: a data group is smaller than a mebibyte. */
  public static final ImageLimits CHIP = new ImageLimits(1 << 20, 4_096, 4_000_000);

  /** Of a file on the workbench: a photograph of today's cameras. */
  public static final ImageLimits FILE = new ImageLimits(32 << 20, 8_192, 32_000_000);

  void require(ImageHeader header) throws ImageUnreadableException {
    if (header.width() > sideMax || header.height() > sideMax) {
      throw new ImageUnreadableException("image: a side is empty or too long");
    }
    if (header.width() * header.height() > pixelsMax) {
      throw new ImageUnreadableException("image: too many pixels");
    }
  }
}
