package egate.biometric;

/**
 * Whether an impression is worth comparing.
 *
 * @param minutiae found in it, 0..255
 * @param foregroundPercent part of the image that shows ridges, 0..100
 */
public record FingerQuality(int minutiae, int foregroundPercent) {
  // Of 200 synthetic fingers, ordinary placements showed at least 16 minutiae and 64 % foreground,
  // bad ones at most 16 %. To be set anew for each real sensor.
  private static final int MINUTIAE_MIN = 12;
  private static final int FOREGROUND_PERCENT_MIN = 25;

  private static final int BLOCK = 16;
  // Ridges spread grey values far wider than a sensor's noise does.
  private static final int RIDGE_VARIANCE_MIN = 400;

  /** False: ask for the finger again rather than compare. */
  public boolean sufficient() {
    return minutiae >= MINUTIAE_MIN && foregroundPercent >= FOREGROUND_PERCENT_MIN;
  }

  static int foregroundPercent(GreyImage image) {
    int blocks = 0;
    int ridged = 0;
    for (int y = 0; y + BLOCK <= image.height(); y += BLOCK) {
      for (int x = 0; x + BLOCK <= image.width(); x += BLOCK) {
        blocks++;
        ridged += variance(image, x, y) >= RIDGE_VARIANCE_MIN ? 1 : 0;
      }
    }
    return blocks == 0 ? 0 : 100 * ridged / blocks;
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
}
