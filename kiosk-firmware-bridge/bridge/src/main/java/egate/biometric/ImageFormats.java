package egate.biometric;

import egate.emrtd.lds.EncodedImage.Format;
import java.util.Optional;

/** Tells an image's format by its first bytes, for files that no record describes. */
public final class ImageFormats {
  private ImageFormats() {}

  /** The format, or none of those that are read. */
  public static Optional<Format> of(byte[] bytes) {
    return switch (first(bytes, 2)) {
      case 0xFFA0 -> Optional.of(Format.WSQ);
      case 0xFFD8 -> Optional.of(Format.JPEG);
      case 0x8950 -> Optional.of(Format.PNG);
      case 0x4949, 0x4D4D -> Optional.of(Format.TIFF);
      case 0xFF4F -> Optional.of(Format.JPEG_2000);
      case 0x0000 -> first(bytes, 4) == 0x0C ? Optional.of(Format.JPEG_2000) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static int first(byte[] bytes, int count) {
    int value = bytes.length < count ? -1 : 0;
    for (int i = 0; value >= 0 && i < count; i++) {
      value = value << 8 | (bytes[i] & 0xFF);
    }
    return value;
  }
}
