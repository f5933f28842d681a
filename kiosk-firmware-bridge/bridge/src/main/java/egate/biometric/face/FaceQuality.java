package egate.biometric.face;

import egate.biometric.ColourImage;
import egate.biometric.model.RecogniserModel.Place;
import java.util.Optional;

/**
 * What a face in an image is worth for comparison, in the terms of ISO/IEC 29794-5.
 *
 * @param faces found in the image, 1 or more
 * @param eyePixels distance between the eyes in pixels
 * @param yaw how far the nose lies off the middle of the eyes, in eye distances; 0 is frontal
 * @param roll angle of the line through the eyes, in degrees, -180..180
 * @param sharpness variance of the aligned face's Laplacian, 0 or more
 * @param brightness mean luma of the aligned face, 0..255
 */
public record FaceQuality(
    int faces, int eyePixels, double yaw, double roll, double sharpness, double brightness) {
  // ISO/IEC 19794-5 asks for 90 px in a passport's image; below 30 px a recogniser of 112 px sees
  // mostly what interpolation made up.
  private static final int EYE_PIXELS_MIN = 30;
  private static final int EYE_PIXELS_GOOD = 60;
  private static final double YAW_MAX = 0.35;
  private static final double ROLL_MAX = 30;
  private static final double SHARPNESS_MIN = 25;
  private static final double SHARPNESS_GOOD = 200;
  private static final double BRIGHTNESS_MIN = 40;
  private static final double BRIGHTNESS_MAX = 220;

  static FaceQuality of(int faces, DetectedFace face, ColourImage aligned) {
    Place left = face.landmarks().leftEye();
    Place right = face.landmarks().rightEye();
    double across = right.x() - left.x();
    double down = right.y() - left.y();
    double apart = Math.max(1e-6, Math.hypot(across, down));
    Place nose = face.landmarks().nose();
    // Along the line of the eyes, so that a tilted head is no turned one.
    double along =
        ((nose.x() - (left.x() + right.x()) / 2) * across
                + (nose.y() - (left.y() + right.y()) / 2) * down)
            / apart;
    int[] luma = luma(aligned);
    return new FaceQuality(
        faces,
        (int) Math.round(apart),
        along / apart,
        Math.toDegrees(Math.atan2(down, across)),
        sharpness(luma, aligned.width()),
        mean(luma));
  }

  /** Why this image should not be compared, or nothing. */
  public Optional<Shortcoming> shortcoming() {
    if (faces > 1) {
      return Optional.of(Shortcoming.SEVERAL_FACES);
    }
    if (eyePixels < EYE_PIXELS_MIN) {
      return Optional.of(Shortcoming.TOO_FAR);
    }
    if (Math.abs(yaw) > YAW_MAX || Math.abs(roll) > ROLL_MAX) {
      return Optional.of(Shortcoming.TURNED_AWAY);
    }
    if (brightness < BRIGHTNESS_MIN || brightness > BRIGHTNESS_MAX) {
      return Optional.of(Shortcoming.BADLY_LIT);
    }
    return sharpness < SHARPNESS_MIN ? Optional.of(Shortcoming.BLURRED) : Optional.empty();
  }

  /** Why an image should not be compared. */
  public enum Shortcoming {
    NO_FACE,
    SEVERAL_FACES,
    TOO_FAR,
    TURNED_AWAY,
    BADLY_LIT,
    BLURRED
  }

  /** One number, 0 (worthless) to 100: the weakest of size, pose, light and sharpness. */
  public int value() {
    double size = eyePixels / (double) EYE_PIXELS_GOOD;
    double pose = 1 - Math.max(Math.abs(yaw) / (2 * YAW_MAX), Math.abs(roll) / (2 * ROLL_MAX));
    double light = Math.min(brightness / (2 * BRIGHTNESS_MIN), (255 - brightness) / 70);
    double worst = Math.min(Math.min(size, pose), Math.min(light, sharpness / SHARPNESS_GOOD));
    return (int) Math.round(100 * Math.clamp(worst, 0, 1));
  }

  private static int[] luma(ColourImage image) {
    int[] luma = new int[image.width() * image.height()];
    for (int i = 0; i < luma.length; i++) {
      int x = i % image.width();
      int y = i / image.width();
      luma[i] =
          (299 * image.sample(x, y, 0) + 587 * image.sample(x, y, 1) + 114 * image.sample(x, y, 2))
              / 1_000;
    }
    return luma;
  }

  private static double mean(int[] values) {
    long sum = 0;
    for (int value : values) {
      sum += value;
    }
    return (double) sum / values.length;
  }

  private static double sharpness(int[] luma, int width) {
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (int i = width + 1; i < luma.length - width - 1; i++) {
      int curve = 4 * luma[i] - luma[i - 1] - luma[i + 1] - luma[i - width] - luma[i + width];
      sum += curve;
      squares += (double) curve * curve;
      count++;
    }
    double mean = sum / count;
    return squares / count - mean * mean;
  }
}
