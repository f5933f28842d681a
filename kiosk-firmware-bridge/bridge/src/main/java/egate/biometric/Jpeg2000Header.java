package egate.biometric;

/**
 * Finds the codestream of a JPEG 2000 image (ISO/IEC 15444-1, annex I: JP2 boxes, or the codestream
 * alone), and has it checked.
 */
final class Jpeg2000Header {
  private static final long SIGNATURE_BOX = 0x6A502020L;
  private static final long HEADER_BOX = 0x6A703268L;
  private static final long CODESTREAM_BOX = 0x6A703263L;
  private static final long PALETTE_BOX = 0x70636C72L;
  // SOC and SIZ, with which every codestream begins.
  private static final long START_AND_SIZE = 0xFF4FFF51L;
  private static final int EXTENDED_LENGTH = 1;
  private static final int BOXES_MAX = 32;

  private Jpeg2000Header() {}

  static ImageHeader check(byte[] image) throws ImageUnreadableException {
    var cursor = new HeaderCursor(image);
    boolean bare = image.length > 1 && (image[0] & 0xFF) == 0xFF && (image[1] & 0xFF) == 0x4F;
    return Jpeg2000Codestream.check(bare ? cursor : codestream(cursor));
  }

  private static HeaderCursor codestream(HeaderCursor file) throws ImageUnreadableException {
    for (int boxes = 0; boxes < BOXES_MAX; boxes++) {
      long length = file.u32();
      long type = file.u32();
      HeaderCursor box = file.part(contentLength(length, file));
      file.expect(boxes > 0 || type == SIGNATURE_BOX, "JPEG 2000: does not begin as one");
      if (type == CODESTREAM_BOX) {
        file.expectOnce(START_AND_SIZE, 4, "JPEG 2000: more than one codestream");
        return box;
      }
      if (type == HEADER_BOX) {
        checkHeaderBox(box);
      }
    }
    throw new ImageUnreadableException("JPEG 2000: no codestream");
  }

  private static long contentLength(long length, HeaderCursor file)
      throws ImageUnreadableException {
    if (length == 0) {
      return file.left();
    }
    if (length == EXTENDED_LENGTH) {
      file.expect(file.u32() == 0, "JPEG 2000: a box is too long");
      return file.u32() - 16;
    }
    return length - 8;
  }

  // A palette multiplies components after decoding; no issuer needs one.
  private static void checkHeaderBox(HeaderCursor header) throws ImageUnreadableException {
    for (int boxes = 0; !header.atEnd(); boxes++) {
      long length = header.u32();
      header.expect(header.u32() != PALETTE_BOX, "JPEG 2000: has a palette");
      header.expect(boxes < BOXES_MAX, "JPEG 2000: too many boxes");
      header.part(contentLength(length, header));
    }
  }
}
