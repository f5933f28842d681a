package egate.biometric.face;

/** A face in an image: its box in pixels, its landmarks, and how sure the detector is, 0..1. */
final class DetectedFace {
  private final double left;
  private final double top;
  private final double width;
  private final double height;
  private final double score;
  private final Landmarks landmarks;

  DetectedFace(
      double left, double top, double width, double height, double score, Landmarks landmarks) {
    this.left = left;
    this.top = top;
    this.width = width;
    this.height = height;
    this.score = score;
    this.landmarks = landmarks;
  }

  double left() {
    return left;
  }

  double top() {
    return top;
  }

  double width() {
    return width;
  }

  double height() {
    return height;
  }

  double score() {
    return score;
  }

  Landmarks landmarks() {
    return landmarks;
  }

  double area() {
    return width * height;
  }

  /** Intersection over union of the boxes, 0..1. */
  double overlap(DetectedFace other) {
    double across = Math.min(left + width, other.left + other.width) - Math.max(left, other.left);
    double down = Math.min(top + height, other.top + other.height) - Math.max(top, other.top);
    double common = Math.max(0, across) * Math.max(0, down);
    double union = area() + other.area() - common;
    return union > 0 ? common / union : 0;
  }

  /** Square of the distance between the box's centre and a place. */
  double awayFrom(double x, double y) {
    double across = left + width / 2 - x;
    double down = top + height / 2 - y;
    return across * across + down * down;
  }

  /** The same face in the image from which a smaller one was made. */
  DetectedFace enlarged(double factor) {
    return new DetectedFace(
        left * factor,
        top * factor,
        width * factor,
        height * factor,
        score,
        landmarks.enlarged(factor));
  }

  @Override
  public String toString() {
    return "DetectedFace";
  }
}
