package egate.biometric;

/**
 * Whether an impression is worth comparing.
 *
 * @param minutiae found in it, 0..255
 * @param areaSquareMillimetres that shows ridges, 0 or more
 * @param certaintyPercent how clearly that area shows one direction at each place, 0..100: the mean
 *     coherence of its gradients
 */
public record FingerQuality(int minutiae, int areaSquareMillimetres, int certaintyPercent) {
  // Of 200 synthetic fingers, ordinary placements showed at least 16 minutiae and 122 mm2, bad ones
  // at most 30 mm2. To be set anew for each real sensor.
  private static final int MINUTIAE_MIN = 12;
  private static final int AREA_MIN = 48;
  private static final int CERTAINTY_MIN = 25;

  private static final int MINUTIAE_GOOD = 30;
  private static final int AREA_GOOD = 120;
  private static final int CERTAINTY_GOOD = 60;

  private static final int BLOCK = 16;
  // A block's side at 500 dpi is 0.8128 mm.
  private static final double BLOCK_SQUARE_MILLIMETRES = 0.8128 * 0.8128;
  // Ridges spread grey values far wider than a sensor's noise does.
  private static final int RIDGE_VARIANCE_MIN = 400;

  static FingerQuality of(GreyImage image, int minutiae) {
    int ridged = 0;
    double certainty = 0;
    for (int y = 0; y + BLOCK <= image.height(); y += BLOCK) {
      for (int x = 0; x + BLOCK <= image.width(); x += BLOCK) {
        if (variance(image, x, y) >= RIDGE_VARIANCE_MIN) {
          ridged++;
          certainty += coherence(image, x, y);
        }
      }
    }
    int area = (int) Math.round(ridged * BLOCK_SQUARE_MILLIMETRES);
    int percent = ridged == 0 ? 0 : (int) Math.round(100 * certainty / ridged);
    return new FingerQuality(minutiae, area, percent);
  }

  /** False: ask for the finger again rather than compare. */
  public boolean sufficient() {
    return minutiae >= MINUTIAE_MIN
        && areaSquareMillimetres >= AREA_MIN
        && certaintyPercent >= CERTAINTY_MIN;
  }

  /** One number, 0 (worthless) to 100: the weakest of the three. */
  public int value() {
    double worst =
        Math.min(
            minutiae / (double) MINUTIAE_GOOD,
            Math.min(
                areaSquareMillimetres / (double) AREA_GOOD,
                certaintyPercent / (double) CERTAINTY_GOOD));
    return (int) Math.round(100 * Math.min(1, worst));
  }

  private static int variance(GreyImage image, int left, int top) {
    int sum = 0;
    int squares = 0;
    for (int y = top; y < top + BLOCK; y++) {
      for (int x = left; x < left + BLOCK; x++) {
        int grey = image.pixels()[y * image.width() + x] & 0xFF;
        sum += grey;
        squares += grey * grey;
      }
    }
    // At most 256 pixels of 255, so the square of the sum needs a long; dividing last keeps a light
    // ground from looking like ridges.
    long pixels = BLOCK * BLOCK;
    return (int) ((pixels * squares - (long) sum * sum) / (pixels * pixels));
  }

  /** 1 where all gradients of a block lie along one line, 0 where they point anywhere. */
  private static double coherence(GreyImage image, int left, int top) {
    byte[] pixels = image.pixels();
    int stride = image.width();
    long xx = 0;
    long yy = 0;
    long xy = 0;
    for (int y = top + 1; y < top + BLOCK - 1; y++) {
      for (int at = y * stride + left + 1; at < y * stride + left + BLOCK - 1; at++) {
        int across = (pixels[at + 1] & 0xFF) - (pixels[at - 1] & 0xFF);
        int down = (pixels[at + stride] & 0xFF) - (pixels[at - stride] & 0xFF);
        xx += (long) across * across;
        yy += (long) down * down;
        xy += (long) across * down;
      }
    }
    return xx + yy == 0 ? 0 : Math.hypot((double) (xx - yy), 2.0 * xy) / (xx + yy);
  }
}
