package egate.biometric.model;

/**
 * The cosine from which two faces count as one, as somebody measured it.
 *
 * @param fmrPerMillion false match rate at which it was found, 1..10,000 per million
 * @param frames whose mean is compared with the reference, 1..3
 * @param cosine -1..1
 */
public record FaceThreshold(int fmrPerMillion, int frames, double cosine) {
  public FaceThreshold {
    if (fmrPerMillion < 1 || fmrPerMillion > 10_000 || frames < 1 || frames > 3) {
      throw new IllegalArgumentException(
          "threshold for " + fmrPerMillion + " per million and " + frames + " frames");
    }
    if (!(Math.abs(cosine) <= 1)) {
      throw new IllegalArgumentException("threshold " + cosine + " is no cosine");
    }
  }
}
