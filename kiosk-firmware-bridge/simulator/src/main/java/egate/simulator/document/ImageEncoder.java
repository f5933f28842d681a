package egate.simulator.document;

import com.github.jaiimageio.jpeg2000.J2KImageWriteParam;
import com.github.jaiimageio.jpeg2000.impl.J2KImageWriterSpi;
import egate.biometric.GreyImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Encodes pictures as issuers store them in DG2 and DG3. Works in memory alone. */
public final class ImageEncoder {
  private ImageEncoder() {}

  /**
   * JPEG, baseline.
   *
   * @param quality 0.0 (smallest) to 1.0
   */
  public static byte[] jpeg(BufferedImage image, double quality) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam how = writer.getDefaultWriteParam();
    how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    how.setCompressionQuality((float) quality);
    return encode(writer, how, image);
  }

  /**
   * JPEG 2000, lossy, in a JP2 file.
   *
   * @param image with a byte for each sample; packed pixels become signed components
   * @param bitsPerPixel the size to aim at, 0.1 to 24
   */
  public static byte[] jpeg2000(BufferedImage image, double bitsPerPixel) {
    var how = new J2KImageWriteParam();
    how.setLossless(false);
    how.setFilter(J2KImageWriteParam.FILTER_97);
    how.setEncodingRate(bitsPerPixel);
    return encode(jpeg2000Writer(), how, image);
  }

  /** JPEG 2000, lossless, grey, in a JP2 file. */
  public static byte[] jpeg2000(GreyImage image) {
    var how = new J2KImageWriteParam();
    how.setLossless(true);
    return encode(jpeg2000Writer(), how, buffered(image));
  }

  /** PNG, grey, eight bits. */
  public static byte[] png(GreyImage image) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    return encode(writer, writer.getDefaultWriteParam(), buffered(image));
  }

  /** The same pixels as an image of type {@link BufferedImage#TYPE_BYTE_GRAY}. */
  public static BufferedImage buffered(GreyImage image) {
    var buffered = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_BYTE_GRAY);
    buffered.getRaster().setDataElements(0, 0, image.width(), image.height(), image.pixels());
    return buffered;
  }

  // Created by hand: the plug-in registry does not see every module.
  private static ImageWriter jpeg2000Writer() {
    try {
      return new J2KImageWriterSpi().createWriterInstance();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] encode(ImageWriter writer, ImageWriteParam how, BufferedImage image) {
    var bytes = new ByteArrayOutputStream();
    try (var output = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(output);
      writer.write(null, new IIOImage(image, null, null), how);
    } catch (IOException e) {
      throw new UncheckedIOException("memory refused bytes", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
