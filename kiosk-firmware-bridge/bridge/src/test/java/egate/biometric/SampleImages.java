package egate.biometric;

import com.github.jaiimageio.jpeg2000.J2KImageWriteParam;
import com.github.jaiimageio.jpeg2000.impl.J2KImageWriterSpi;
import egate.emrtd.lds.EncodedImage;
import egate.emrtd.lds.EncodedImage.Format;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Small images of each format, made here so that every byte of them may be in a test. */
final class SampleImages {
  static final int WIDTH = 40;
  static final int HEIGHT = 30;

  private SampleImages() {}

  /** A slope of grey values, 2 a column and 3 a row. */
  static int greyAt(int x, int y) {
    return 20 + 2 * x + 3 * y;
  }

  static BufferedImage grey() {
    var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      image.getRaster().setSample(i % WIDTH, i / WIDTH, 0, greyAt(i % WIDTH, i / WIDTH));
    }
    return image;
  }

  static BufferedImage colour(int rgb) {
    var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      image.setRGB(i % WIDTH, i / WIDTH, rgb);
    }
    return image;
  }

  static byte[] jpeg(BufferedImage image, boolean progressive) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam how = writer.getDefaultWriteParam();
    how.setProgressiveMode(
        progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
    how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    how.setCompressionQuality(1);
    return write(writer, how, image);
  }

  static byte[] png(BufferedImage image) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    return write(writer, writer.getDefaultWriteParam(), image);
  }

  static byte[] tiff(BufferedImage image) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    return write(writer, writer.getDefaultWriteParam(), image);
  }

  static byte[] jpeg2000(BufferedImage image, boolean codestreamOnly) {
    var how = new J2KImageWriteParam();
    how.setLossless(true);
    how.setWriteCodeStreamOnly(codestreamOnly);
    try {
      return write(new J2KImageWriterSpi().createWriterInstance(), how, image);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** A comment and a frame header of 40 x 30; nothing to decode behind them. */
  static byte[] wsqHeader() {
    return HexFormat.of().parseHex("ffa0ffa80004616bffa2001100ff001e00280252090440170083aeffa6");
  }

  static EncodedImage encoded(Format format, byte[] bytes) {
    return new EncodedImage(format, 0, 0, bytes);
  }

  private static byte[] write(ImageWriter writer, ImageWriteParam how, BufferedImage image) {
    var bytes = new ByteArrayOutputStream();
    try (var output = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(output);
      writer.write(null, new IIOImage(image, null, null), how);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }
}
