package egate.simulator.document;

import egate.emrtd.lds.EncodedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** One frontal face image in the format of ISO/IEC 19794-5:2005 section 5. */
final class FaceRecord {
  private static final byte[] IDENTIFIER_AND_VERSION =
      ("FAC\0" + "010\0").getBytes(StandardCharsets.US_ASCII);
  private static final int RECORD_HEADER_BYTES = 14;
  private static final int FACIAL_INFORMATION_BYTES = 20;
  private static final int IMAGE_INFORMATION_BYTES = 12;
  private static final int FULL_FRONTAL = 1;
  private static final int SRGB_24 = 1;
  private static final int STATIC_DIGITAL_CAMERA = 2;

  private FaceRecord() {}

  static byte[] encode(EncodedImage image) {
    int blockBytes = FACIAL_INFORMATION_BYTES + IMAGE_INFORMATION_BYTES + image.bytes().length;
    ByteBuffer out = ByteBuffer.allocate(RECORD_HEADER_BYTES + blockBytes);
    out.put(IDENTIFIER_AND_VERSION).putInt(out.capacity()).putShort((short) 1);
    putFacialInformation(out, blockBytes);
    putImageInformation(out, image);
    return out.put(image.bytes()).array();
  }

  /** No feature points; sex, colours, expression and pose unspecified. */
  private static void putFacialInformation(ByteBuffer out, int blockBytes) {
    out.putInt(blockBytes).put(new byte[FACIAL_INFORMATION_BYTES - Integer.BYTES]);
  }

  private static void putImageInformation(ByteBuffer out, EncodedImage image) {
    out.put((byte) FULL_FRONTAL).put((byte) dataType(image.format()));
    out.putShort((short) image.width()).putShort((short) image.height());
    out.put((byte) SRGB_24).put((byte) STATIC_DIGITAL_CAMERA);
    out.putShort((short) 0).putShort((short) 0); // device type and quality: unspecified
  }

  private static int dataType(EncodedImage.Format format) {
    return switch (format) {
      case JPEG -> 0;
      case JPEG_2000 -> 1;
      case RAW_GREY, WSQ, PNG, TIFF ->
          throw new IllegalArgumentException("a face record holds no " + format);
    };
  }
}
