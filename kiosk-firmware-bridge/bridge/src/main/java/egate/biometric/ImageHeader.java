package egate.biometric;

/**
 * What the header of an encoded image says, within the limits of what is decoded at all.
 *
 * @param width columns, 1..4,096
 * @param height rows, likewise; at most 4 million pixels in all
 * @param components samples a pixel, 1..4; the first is grey or red
 */
record ImageHeader(int width, int height, int components) {
  /** Files larger than this are not looked at: a chip's data group is smaller. */
  static final int BYTES_MAX = 1 << 20;

  private static final int SIDE_MAX = 4_096;
  private static final int PIXELS_MAX = 4_000_000;
  private static final int COMPONENTS_MAX = 4;

  /** Makes a header of what a file claims, or refuses it. Claims are unsigned. */
  static ImageHeader claimed(long width, long height, int components)
      throws ImageUnreadableException {
    if (width < 1 || width > SIDE_MAX || height < 1 || height > SIDE_MAX) {
      throw new ImageUnreadableException("image: a side is empty or too long");
    }
    if (width * height > PIXELS_MAX) {
      throw new ImageUnreadableException("image: too many pixels");
    }
    if (components < 1 || components > COMPONENTS_MAX) {
      throw new ImageUnreadableException("image: number of components not supported");
    }
    return new ImageHeader((int) width, (int) height, components);
  }

  /** Zero claims nothing. */
  void mustAgreeWith(int claimedWidth, int claimedHeight) throws ImageUnreadableException {
    boolean widthAgrees = claimedWidth == 0 || claimedWidth == width;
    boolean heightAgrees = claimedHeight == 0 || claimedHeight == height;
    if (!widthAgrees || !heightAgrees) {
      throw new ImageUnreadableException("image: the record claims another size");
    }
  }
}
