package egate.biometric.face;

import egate.biometric.model.RecogniserModel.Place;
import java.util.List;

/**
 * A turn, a scaling and a shift of the plane: {@code x' = a x - b y + right, y' = b x + a y +
 * down}.
 *
 * @param a scale times cosine
 * @param b scale times sine
 */
record Similarity(double a, double b, double right, double down) {

  /**
   * The one that brings points nearest to others in the sense of least squares (Umeyama 1991, in
   * the plane and without reflection).
   *
   * @return from's points into to's plane; all points at one place give a scale of zero
   */
  static Similarity leastSquares(List<Place> from, List<Place> to) {
    Place fromMean = mean(from);
    Place toMean = mean(to);
    double spread = 0;
    double dot = 0;
    double cross = 0;
    for (int i = 0; i < from.size(); i++) {
      double x = from.get(i).x() - fromMean.x();
      double y = from.get(i).y() - fromMean.y();
      double u = to.get(i).x() - toMean.x();
      double v = to.get(i).y() - toMean.y();
      spread += x * x + y * y;
      dot += x * u + y * v;
      cross += x * v - y * u;
    }
    double a = spread > 0 ? dot / spread : 0;
    double b = spread > 0 ? cross / spread : 0;
    return new Similarity(
        a,
        b,
        toMean.x() - a * fromMean.x() + b * fromMean.y(),
        toMean.y() - b * fromMean.x() - a * fromMean.y());
  }

  double scale() {
    return Math.hypot(a, b);
  }

  /** The way back; of a scale of zero there is none. */
  Similarity inverse() {
    double square = a * a + b * b;
    double c = a / square;
    double d = -b / square;
    return new Similarity(c, d, -c * right + d * down, -d * right - c * down);
  }

  /** From the pixels of an image half as large into the same plane. */
  Similarity ofHalved() {
    // The centre of a pixel of the smaller image lies between two of the larger.
    return new Similarity(2 * a, 2 * b, right + 0.5 * a - 0.5 * b, down + 0.5 * b + 0.5 * a);
  }

  double x(double fromX, double fromY) {
    return a * fromX - b * fromY + right;
  }

  double y(double fromX, double fromY) {
    return b * fromX + a * fromY + down;
  }

  private static Place mean(List<Place> places) {
    double x = 0;
    double y = 0;
    for (Place place : places) {
      x += place.x() / places.size();
      y += place.y() / places.size();
    }
    return new Place(x, y);
  }
}
