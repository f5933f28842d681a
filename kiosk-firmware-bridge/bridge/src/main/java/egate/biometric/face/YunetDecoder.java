package egate.biometric.face;

import egate.biometric.model.RecogniserModel.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Makes faces of the outputs of a YuNet detector (Wu, Peng, Yu 2023): at each cell of a grid, for
 * each of three strides, how likely a face and an object are there, a box and five landmarks, all
 * relative to the cell.
 */
final class YunetDecoder {
  static final int[] STRIDES = {8, 16, 32};

  /** A crowd has fewer; a hostile image must not keep the gate busy sorting. */
  private static final int CANDIDATES_MAX = 2_000;

  private final int width;
  private final double scoreMin;
  private final List<DetectedFace> candidates = new ArrayList<>();

  /**
   * @param width of the padded input in pixels, a multiple of 32
   */
  YunetDecoder(int width, double scoreMin) {
    this.width = width;
    this.scoreMin = scoreMin;
  }

  /** Takes one stride's outputs: one, one, four and ten numbers a cell. */
  void add(int stride, float[] face, float[] object, float[] box, float[] landmarks) {
    int columns = width / stride;
    for (int cell = 0; cell < face.length; cell++) {
      double score = Math.sqrt(unit(face[cell]) * unit(object[cell]));
      if (score >= scoreMin && candidates.size() < CANDIDATES_MAX) {
        candidates.add(decode(stride, cell % columns, cell / columns, cell, score, box, landmarks));
      }
    }
  }

  private static DetectedFace decode(
      int stride, int column, int row, int cell, double score, float[] box, float[] landmarks) {
    double width = Math.exp(box[4 * cell + 2]) * stride;
    double height = Math.exp(box[4 * cell + 3]) * stride;
    double centreX = (column + box[4 * cell]) * stride;
    double centreY = (row + box[4 * cell + 1]) * stride;
    List<Place> places = new ArrayList<>();
    for (int i = 10 * cell; i < 10 * cell + 2 * Landmarks.COUNT; i += 2) {
      places.add(new Place((column + landmarks[i]) * stride, (row + landmarks[i + 1]) * stride));
    }
    return new DetectedFace(
        centreX - width / 2, centreY - height / 2, width, height, score, new Landmarks(places));
  }

  /** The faces, the surest first; of two that overlap more than so much only the surer. */
  List<DetectedFace> faces(double overlapMax) {
    candidates.sort(Comparator.comparingDouble(DetectedFace::score).reversed());
    List<DetectedFace> kept = new ArrayList<>();
    for (DetectedFace candidate : candidates) {
      if (kept.stream().noneMatch(face -> face.overlap(candidate) > overlapMax)) {
        kept.add(candidate);
      }
    }
    return kept;
  }

  private static double unit(double value) {
    return Math.clamp(value, 0, 1);
  }
}
