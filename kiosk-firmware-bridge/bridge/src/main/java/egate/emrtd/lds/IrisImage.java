package egate.emrtd.lds;

/** An iris of DG4. Personal data: it has no string form. */
public final class IrisImage {
  static final int EYE_MAX = 2;

  private final int eye;
  private final EncodedImage image;

  /**
   * @param eye 0 unknown, 1 right, 2 left; both generations of the standard count so
   */
  public IrisImage(int eye, EncodedImage image) {
    this.eye = eye;
    this.image = image;
  }

  public int eye() {
    return eye;
  }

  public EncodedImage image() {
    return image;
  }

  @Override
  public String toString() {
    return "IrisImage";
  }
}
