package egate.biometric;

/** An image is damaged, hostile or of a kind that is not read. The message quotes none of it. */
public final class ImageUnreadableException extends Exception {
  private static final long serialVersionUID = 1;

  public ImageUnreadableException(String line) {
    // No cause: a decoder's message may quote the image.
    super(line);
  }
}
