package egate.biometric.face;

/** One image's face, ready to be compared. Personal data: it has no string form. */
public final class FaceSample {
  private final FaceEmbedding embedding;
  private final FaceQuality quality;

  FaceSample(FaceEmbedding embedding, FaceQuality quality) {
    this.embedding = embedding;
    this.quality = quality;
  }

  public FaceEmbedding embedding() {
    return embedding;
  }

  public FaceQuality quality() {
    return quality;
  }

  @Override
  public String toString() {
    return "FaceSample";
  }
}
