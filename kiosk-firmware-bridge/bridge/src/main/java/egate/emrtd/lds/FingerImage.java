package egate.emrtd.lds;

/** A fingerprint of DG3. Personal data: it has no string form. */
public final class FingerImage {
  private final int position;
  private final EncodedImage image;

  /**
   * @param position code of ISO/IEC 19794-4 table 5: 0 unknown, 1 right thumb to 5 right little
   *     finger, 6 left thumb to 10 left little finger
   */
  public FingerImage(int position, EncodedImage image) {
    this.position = position;
    this.image = image;
  }

  public int position() {
    return position;
  }

  public EncodedImage image() {
    return image;
  }

  @Override
  public String toString() {
    return "FingerImage";
  }
}
