package egate.biometric.model;

import java.util.List;

/**
 * A face recogniser: an aligned face becomes a vector, and two are compared by the cosine.
 *
 * @param side columns and rows of the aligned face
 * @param landmarks where the eye on the image's left, the other, the nose, the mouth's corners on
 *     the left and on the right belong in it
 * @param dimensions of the vector
 * @param thresholds at least one
 */
public record RecogniserModel(
    ModelFile file,
    String input,
    Pixels pixels,
    int side,
    List<Place> landmarks,
    String output,
    int dimensions,
    List<FaceThreshold> thresholds) {

  /** A place in an image, in pixels from the centre of its upper left one. */
  public record Place(double x, double y) {}

  public RecogniserModel {
    if (landmarks.size() != 5) {
      throw new IllegalArgumentException("alignment has " + landmarks.size() + " landmarks, not 5");
    }
    if (thresholds.isEmpty()) {
      throw new IllegalArgumentException("recogniser has no thresholds");
    }
    landmarks = List.copyOf(landmarks);
    thresholds = List.copyOf(thresholds);
  }
}
