package egate.biometric;

import com.github.jaiimageio.jpeg2000.impl.J2KImageReaderSpi;
import egate.emrtd.lds.EncodedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jnbis.api.Jnbis;
import org.jnbis.api.model.Bitmap;

/**
 * Makes pixels of an image that a chip or a camera gave.
 *
 * <p>The header is checked first, the size of every allocation with it. A decoder may still loop on
 * hostile data behind a good header (the WSQ decoder is known to): only the deadline of this
 * process ends that. What a decoder throws ends here, errors included.
 */
public final class ImageDecoder {
  private ImageDecoder() {}

  /** Decodes to grey what a chip or a camera gave; of colour the luma (ITU-R BT.601). */
  public static GreyImage decode(EncodedImage image) throws ImageUnreadableException {
    return decode(image, ImageLimits.CHIP);
  }

  /**
   * Decodes to grey; of colour the luma (ITU-R BT.601).
   *
   * @throws ImageUnreadableException if the image is over the limits, disagrees with the size its
   *     record claims, is damaged, or is of a kind that is not read
   */
  public static GreyImage decode(EncodedImage image, ImageLimits limits)
      throws ImageUnreadableException {
    return decodeChecked(image, checkHeader(image, limits)).grey();
  }

  /**
   * Decodes to colour; of grey each channel the same.
   *
   * @throws ImageUnreadableException as {@link #decode(EncodedImage, ImageLimits)}
   */
  public static ColourImage decodeColour(EncodedImage image, ImageLimits limits)
      throws ImageUnreadableException {
    return decodeChecked(image, checkHeader(image, limits)).colour();
  }

  static ImageHeader checkHeader(EncodedImage image) throws ImageUnreadableException {
    return checkHeader(image, ImageLimits.CHIP);
  }

  /** What must hold before any decoder sees the image. */
  static ImageHeader checkHeader(EncodedImage image, ImageLimits limits)
      throws ImageUnreadableException {
    byte[] bytes = image.bytes();
    if (bytes.length > limits.bytesMax()) {
      throw new ImageUnreadableException("image: too many bytes");
    }
    ImageHeader header =
        switch (image.format()) {
          case RAW_GREY -> rawHeader(image);
          case WSQ -> WsqHeader.check(bytes);
          case JPEG -> JpegHeader.check(bytes);
          case JPEG_2000 -> Jpeg2000Header.check(bytes);
          case PNG -> PngHeader.check(bytes);
          case TIFF -> TiffHeader.check(bytes);
        };
    limits.require(header);
    header.mustAgreeWith(image.width(), image.height());
    return header;
  }

  private static ImageHeader rawHeader(EncodedImage image) throws ImageUnreadableException {
    ImageHeader header = ImageHeader.claimed(image.width(), image.height(), 1);
    if (image.bytes().length != header.width() * header.height()) {
      throw new ImageUnreadableException("raw image: length and size disagree");
    }
    return header;
  }

  private static PixelRows decodeChecked(EncodedImage image, ImageHeader header)
      throws ImageUnreadableException {
    PixelRows decoded = decodeWhatever(image, header);
    if (decoded.width() != header.width() || decoded.height() != header.height()) {
      throw new ImageUnreadableException("image: decoded to another size than its header says");
    }
    return decoded;
  }

  // The one place that catches everything: stack overflow and memory exhaustion are a hostile
  // image's doing here, and the process lives for one traveller only.
  private static PixelRows decodeWhatever(EncodedImage image, ImageHeader header)
      throws ImageUnreadableException {
    byte[] bytes = image.bytes();
    try {
      return switch (image.format()) {
        case RAW_GREY -> PixelRows.of(header.width(), header.height(), bytes.clone());
        case WSQ -> wsq(bytes);
        case JPEG -> read(JdkImageReaders.JPEG, bytes);
        case PNG -> read(JdkImageReaders.PNG, bytes);
        case TIFF -> read(JdkImageReaders.TIFF, bytes);
        case JPEG_2000 -> read(new J2KImageReaderSpi(), bytes);
      };
    } catch (Throwable e) {
      throw new ImageUnreadableException("image: the decoder gave up");
    }
  }

  private static PixelRows wsq(byte[] bytes) {
    Bitmap bitmap = Jnbis.wsq().decode(bytes).asBitmap();
    return PixelRows.of(bitmap.getWidth(), bitmap.getHeight(), bitmap.getPixels());
  }

  private static PixelRows read(ImageReaderSpi format, byte[] bytes) throws IOException {
    ImageReader reader = format.createReaderInstance();
    try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      // Forward only and without metadata, whose compressed texts would be a way round the limits.
      reader.setInput(input, true, true);
      return PixelRows.of(reader.read(0));
    } finally {
      reader.dispose();
    }
  }
}
