package egate.emrtd.lds;

import egate.emrtd.MalformedDataException;
import egate.emrtd.Tlv;
import java.util.Arrays;

/**
 * An image that stands in a data object without a record around it: a signature, a printed page. It
 * is JPEG or JPEG 2000 by its first bytes, and says its size itself.
 */
final class PrintedImage {
  private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

  /** The signature box of a JP2 file, or the start of a bare codestream. */
  private static final byte[] JP2 = {0, 0, 0, 0x0C, 'j', 'P', ' ', ' '};

  private static final byte[] CODESTREAM = {(byte) 0xFF, 0x4F, (byte) 0xFF, 0x51};

  private PrintedImage() {}

  static EncodedImage parse(Tlv object) throws MalformedDataException {
    byte[] bytes = object.value();
    return new EncodedImage(format(bytes), 0, 0, bytes);
  }

  private static EncodedImage.Format format(byte[] bytes) throws MalformedDataException {
    if (startsWith(bytes, JPEG)) {
      return EncodedImage.Format.JPEG;
    }
    if (startsWith(bytes, JP2) || startsWith(bytes, CODESTREAM)) {
      return EncodedImage.Format.JPEG_2000;
    }
    throw new MalformedDataException("image that is neither JPEG nor JPEG 2000");
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    return bytes.length > start.length
        && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
  }
}
