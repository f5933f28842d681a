package egate.biometric;

/**
 * What the header of an encoded image says, within the widest limits of what is decoded at all.
 *
 * @param width columns, 1..8,192
 * @param height rows, likewise; at most 32 million pixels in all
 * @param components samples a pixel, 1..4; the first is grey or red
 */
record ImageHeader(int width, int height, int components) {
  private static final int COMPONENTS_MAX = 4;

  /** Makes a header of what a file claims, or refuses it. Claims are unsigned. */
  static ImageHeader claimed(long width, long height, int components)
      throws ImageUnreadableException {
    int sideMax = ImageLimits.FILE.sideMax();
    if (width < 1 || width > sideMax || height < 1 || height > sideMax) {
      throw new ImageUnreadableException("image: a side is empty or too long");
    }
    if (components < 1 || components > COMPONENTS_MAX) {
      throw new ImageUnreadableException("image: number of components not supported");
    }
    var header = new ImageHeader((int) width, (int) height, components);
    ImageLimits.FILE.require(header);
    return header;
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
