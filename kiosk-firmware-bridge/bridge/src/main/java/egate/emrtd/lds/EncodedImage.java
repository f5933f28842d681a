package egate.emrtd.lds;

/**
 * An image as a data group holds it, not yet decoded. Personal data: it has no string form.
 *
 * <p>Width and height are the record's claim; a decoder checks the image's own header against it.
 */
public final class EncodedImage {

  /** How the bytes are to be read. */
  public enum Format {
    /** Eight bits a pixel, row by row. */
    RAW_GREY,
    WSQ,
    JPEG,
    JPEG_2000,
    PNG,
    /** Of files on the workbench; no data group has it. */
    TIFF
  }

  private final Format format;
  private final int width;
  private final int height;
  private final byte[] bytes;

  /**
   * @param width columns, 0..65,535; zero where the record does not say
   * @param height rows, likewise
   * @param bytes the image; kept, not copied
   */
  public EncodedImage(Format format, int width, int height, byte[] bytes) {
    this.format = format;
    this.width = width;
    this.height = height;
    this.bytes = bytes;
  }

  public Format format() {
    return format;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** The bytes themselves, not a copy. */
  public byte[] bytes() {
    return bytes;
  }

  @Override
  public String toString() {
    return "EncodedImage";
  }
}
