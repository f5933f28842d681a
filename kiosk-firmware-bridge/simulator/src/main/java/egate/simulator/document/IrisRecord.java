package egate.simulator.document;

import egate.emrtd.lds.EncodedImage;
import egate.emrtd.lds.IrisImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** One image of one iris in the format of ISO/IEC 19794-6:2005. */
final class IrisRecord {
  private static final int RECORD_HEADER_BYTES = 45;
  private static final int FEATURE_HEADER_BYTES = 3;
  private static final int IMAGE_HEADER_BYTES = 11;
  private static final int GREY_BITS = 8;

  private IrisRecord() {}

  static byte[] encode(IrisImage iris) {
    EncodedImage image = iris.image();
    ByteBuffer out =
        ByteBuffer.allocate(
            RECORD_HEADER_BYTES + FEATURE_HEADER_BYTES + IMAGE_HEADER_BYTES + image.bytes().length);
    out.put(("IIR\0" + "010\0").getBytes(StandardCharsets.US_ASCII)).putInt(out.capacity());
    out.putShort((short) 0).put((byte) 1).putShort((short) RECORD_HEADER_BYTES);
    out.putInt(0).putShort((short) format(image.format())); // properties and diameter: unspecified
    out.putShort((short) image.width()).putShort((short) image.height()).put((byte) GREY_BITS);
    out.put(new byte[17]); // transformation and device: unspecified
    out.put((byte) iris.eye()).putShort((short) 1);
    out.putShort((short) 1).put(new byte[5]).putInt(image.bytes().length);
    return out.put(image.bytes()).array();
  }

  private static int format(EncodedImage.Format format) {
    return switch (format) {
      case RAW_GREY -> 0x02;
      case JPEG -> 0x06;
      case JPEG_2000 -> 0x0E;
      case WSQ, PNG, TIFF ->
          throw new IllegalArgumentException("an iris record holds no " + format);
    };
  }
}
