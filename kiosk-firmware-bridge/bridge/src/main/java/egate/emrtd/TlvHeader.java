package egate.emrtd;

import java.io.ByteArrayOutputStream;

/**
 * Tag and length of a data object.
 *
 * @param tag with its class bits, one or two bytes
 * @param valueStart offset of the value's first byte
 * @param length bytes of the value, as claimed; nothing is checked against what is there
 */
record TlvHeader(int tag, int valueStart, int length) {
  /** Low five bits all set: the tag goes on in the next byte. */
  private static final int LONG_TAG = 0x1F;

  /** Reads the header at an offset; it ends at the limit or before. */
  static TlvHeader read(byte[] bytes, int offset, int limit) throws MalformedDataException {
    int at = offset;
    int tag = byteAt(bytes, at++, limit);
    if ((tag & LONG_TAG) == LONG_TAG) {
      tag = tag << 8 | secondTagByte(byteAt(bytes, at++, limit));
    }
    int length = byteAt(bytes, at++, limit);
    if (length > 0x7F) {
      int lengthBytes = lengthBytes(length);
      length = 0;
      for (int i = 0; i < lengthBytes; i++) {
        length = length << 8 | byteAt(bytes, at++, limit);
      }
    }
    return new TlvHeader(tag, at, length);
  }

  static byte[] write(int tag, byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(length + 6);
    if (tag > 0xFF) {
      out.write(tag >> 8);
    }
    out.write(tag);
    writeLength(out, length);
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static void writeLength(ByteArrayOutputStream out, int length) {
    if (length > 0xFFFFFF) {
      throw new IllegalArgumentException("data object of " + length + " bytes");
    }
    int lengthBytes = length > 0xFFFF ? 3 : length > 0xFF ? 2 : length > 0x7F ? 1 : 0;
    if (lengthBytes > 0) {
      out.write(0x80 | lengthBytes);
    }
    for (int shift = 8 * Math.max(0, lengthBytes - 1); shift >= 0; shift -= 8) {
      out.write(length >> shift);
    }
  }

  private static int secondTagByte(int value) throws MalformedDataException {
    if (value > 0x7F) {
      throw new MalformedDataException("tag of more than two bytes");
    }
    return value;
  }

  /** Indefinite lengths (80) have no place in Doc 9303, nor have lengths over three bytes. */
  private static int lengthBytes(int first) throws MalformedDataException {
    int lengthBytes = first & 0x7F;
    if (lengthBytes < 1 || lengthBytes > 3) {
      throw new MalformedDataException("length field of " + lengthBytes + " bytes");
    }
    return lengthBytes;
  }

  private static int byteAt(byte[] bytes, int at, int limit) throws MalformedDataException {
    if (at >= limit) {
      throw new MalformedDataException("data object is cut off");
    }
    return Byte.toUnsignedInt(bytes[at]);
  }
}
