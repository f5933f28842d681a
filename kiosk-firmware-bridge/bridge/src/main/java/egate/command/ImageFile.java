package egate.command;

import egate.biometric.ImageFormats;
import egate.biometric.ImageLimits;
import egate.emrtd.MalformedDataException;
import egate.emrtd.lds.Dg2;
import egate.emrtd.lds.Dg3;
import egate.emrtd.lds.EncodedImage;
import egate.emrtd.lds.FingerImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A file with one image (WSQ, JPEG 2000, JPEG, PNG, TIFF) or a data group with some. What it is,
 * its first bytes say, and never its name.
 */
final class ImageFile {
  private static final int DG2 = 0x75;
  private static final int DG3 = 0x63;

  private ImageFile() {}

  /** Why a file gives no image, in a few words without any of its content. */
  static final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableException(String line) {
      super(line);
    }
  }

  static List<EncodedImage> faces(Path file) throws UnreadableException {
    byte[] bytes = read(file);
    if (!startsWith(bytes, DG2)) {
      return single(bytes);
    }
    try {
      return Dg2.parse(bytes);
    } catch (MalformedDataException e) {
      throw new UnreadableException("DG2: no facial record that could be read");
    }
  }

  static List<EncodedImage> fingers(Path file) throws UnreadableException {
    byte[] bytes = read(file);
    if (!startsWith(bytes, DG3)) {
      return single(bytes);
    }
    try {
      List<EncodedImage> images = Dg3.parse(bytes).stream().map(FingerImage::image).toList();
      if (images.isEmpty()) {
        throw new UnreadableException("DG3: holds no finger");
      }
      return images;
    } catch (MalformedDataException e) {
      throw new UnreadableException("DG3: no finger record that could be read");
    }
  }

  private static List<EncodedImage> single(byte[] bytes) throws UnreadableException {
    EncodedImage.Format format =
        ImageFormats.of(bytes).orElseThrow(() -> new UnreadableException(unlike(bytes)));
    return List.of(new EncodedImage(format, 0, 0, bytes));
  }

  private static String unlike(byte[] bytes) {
    return startsWith(bytes, DG2) || startsWith(bytes, DG3)
        ? "a data group of the other modality"
        : "no WSQ, JPEG 2000, JPEG, PNG or TIFF image and no data group";
  }

  private static byte[] read(Path file) throws UnreadableException {
    try {
      if (!Files.isRegularFile(file)) {
        throw new UnreadableException(Files.exists(file) ? "is no file" : "does not exist");
      }
      if (Files.size(file) > ImageLimits.FILE.bytesMax()) {
        throw new UnreadableException("is larger than 32 MiB");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UnreadableException("cannot be read");
    }
  }

  private static boolean startsWith(byte[] bytes, int first) {
    return bytes.length > 0 && (bytes[0] & 0xFF) == first;
  }
}
