package egate.biometric;

import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/**
 * The JDK's own decoders of JPEG, PNG and TIFF, whatever plug-ins the registry holds beside them.
 * They have no public constructor.
 */
final class JdkImageReaders {
  static final ImageReaderSpi JPEG = find("jpeg");
  static final ImageReaderSpi PNG = find("png");
  static final ImageReaderSpi TIFF = find("tiff");

  static {
    // No image may reach a disk.
    ImageIO.setUseCache(false);
  }

  private JdkImageReaders() {}

  private static ImageReaderSpi find(String format) {
    Iterator<ImageReaderSpi> readers =
        IIORegistry.getDefaultInstance()
            .getServiceProviders(
                ImageReaderSpi.class, reader -> isOfJdk((ImageReaderSpi) reader, format), true);
    return readers.next();
  }

  private static boolean isOfJdk(ImageReaderSpi reader, String format) {
    boolean ofJdk = reader.getClass().getModule().equals(ImageIO.class.getModule());
    return ofJdk && List.of(reader.getFormatNames()).contains(format);
  }
}
