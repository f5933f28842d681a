package egate.simulator.document;

import egate.emrtd.lds.EncodedImage;
import egate.emrtd.lds.FingerImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** One finger image in the format of ISO/IEC 19794-4:2005 section 7. */
final class FingerRecord {
  private static final int RECORD_HEADER_BYTES = 32;
  private static final int FINGER_HEADER_BYTES = 14;

  /** Doc 9303-9 asks for level 31 of the standard: 500 pixels an inch, 8 bits. */
  private static final int ACQUISITION_LEVEL = 31;

  private static final int PIXELS_PER_INCH = 500;
  private static final int SCALE_INCH = 1;
  private static final int BITS_PER_PIXEL = 8;
  private static final int QUALITY_UNDEFINED = 254;

  private FingerRecord() {}

  static byte[] encode(FingerImage finger) {
    EncodedImage image = finger.image();
    int fingerBytes = FINGER_HEADER_BYTES + image.bytes().length;
    ByteBuffer out = ByteBuffer.allocate(RECORD_HEADER_BYTES + fingerBytes);
    putRecordHeader(out, image.format());
    putFingerHeader(out, fingerBytes, finger);
    return out.put(image.bytes()).array();
  }

  private static void putRecordHeader(ByteBuffer out, EncodedImage.Format format) {
    out.put(("FIR\0" + "010\0").getBytes(StandardCharsets.US_ASCII));
    out.putShort((short) 0).putInt(out.capacity()); // the length has six bytes
    out.putShort((short) 0).putShort((short) ACQUISITION_LEVEL);
    out.put((byte) 1).put((byte) SCALE_INCH);
    for (int i = 0; i < 4; i++) { // of scan and of image, across and down
      out.putShort((short) PIXELS_PER_INCH);
    }
    out.put((byte) BITS_PER_PIXEL).put((byte) compression(format)).putShort((short) 0);
  }

  private static void putFingerHeader(ByteBuffer out, int fingerBytes, FingerImage finger) {
    EncodedImage image = finger.image();
    out.putInt(fingerBytes).put((byte) finger.position());
    out.put((byte) 1).put((byte) 1); // the first of one view
    out.put((byte) QUALITY_UNDEFINED).put((byte) 0); // impression: live scan, plain
    out.putShort((short) image.width()).putShort((short) image.height()).put((byte) 0);
  }

  private static int compression(EncodedImage.Format format) {
    return switch (format) {
      case RAW_GREY -> 0;
      case WSQ -> 2;
      case JPEG -> 3;
      case JPEG_2000 -> 4;
      case PNG -> 5;
      case TIFF -> throw new IllegalArgumentException("a finger record holds no TIFF");
    };
  }
}
