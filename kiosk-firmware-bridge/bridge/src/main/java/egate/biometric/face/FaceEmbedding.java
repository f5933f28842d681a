package egate.biometric.face;

import java.util.List;

/** A face as a vector of length one. Personal data: it has no string form. */
public final class FaceEmbedding {
  private final float[] vector;

  /**
   * @param vector any length above zero; not kept
   */
  FaceEmbedding(float[] vector) {
    this.vector = normalised(vector);
  }

  /**
   * The mean of several frames of one face. It separates better than any of them; the best of
   * several comparisons would instead give an impostor as many chances.
   *
   * @param frames at least one, all of one model
   */
  public static FaceEmbedding mean(List<FaceEmbedding> frames) {
    float[] sum = new float[frames.getFirst().vector.length];
    for (FaceEmbedding frame : frames) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += frame.vector[i];
      }
    }
    return new FaceEmbedding(sum);
  }

  /** How alike two faces are: the cosine between them, -1..1. */
  public double cosine(FaceEmbedding other) {
    double sum = 0;
    for (int i = 0; i < vector.length; i++) {
      sum += (double) vector[i] * other.vector[i];
    }
    return Math.clamp(sum, -1, 1);
  }

  private static float[] normalised(float[] vector) {
    double square = 0;
    for (float value : vector) {
      square += (double) value * value;
    }
    // Written so that a vector with a NaN is refused too.
    if (!(square > 0 && square < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a vector without a direction");
    }
    float[] normalised = new float[vector.length];
    for (int i = 0; i < vector.length; i++) {
      normalised[i] = (float) (vector[i] / Math.sqrt(square));
    }
    return normalised;
  }

  @Override
  public String toString() {
    return "FaceEmbedding";
  }
}
