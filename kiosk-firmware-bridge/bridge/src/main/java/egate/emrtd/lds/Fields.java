package egate.emrtd.lds;

import egate.emrtd.MalformedDataException;
import java.util.Arrays;

/** Reads the fixed fields of a biometric data block, most significant byte first. */
final class Fields {
  private final byte[] bytes;
  private int at;

  Fields(byte[] bytes) {
    this.bytes = bytes;
  }

  /** An unsigned number of one to four bytes; a number beyond 2,147,483,647 is refused. */
  int number(int width) throws MalformedDataException {
    long number = 0;
    int from = advance(width);
    for (int i = from; i < at; i++) {
      number = number << 8 | Byte.toUnsignedInt(bytes[i]);
    }
    if (number > Integer.MAX_VALUE) {
      throw new MalformedDataException("field at " + from + " is too large");
    }
    return (int) number;
  }

  byte[] bytes(int length) throws MalformedDataException {
    int from = advance(length);
    return Arrays.copyOfRange(bytes, from, at);
  }

  void skip(int length) throws MalformedDataException {
    advance(length);
  }

  int left() {
    return bytes.length - at;
  }

  /** Refuses bytes behind the last field. */
  void requireEnd() throws MalformedDataException {
    if (left() > 0) {
      throw new MalformedDataException(left() + " bytes after the last field");
    }
  }

  private int advance(int length) throws MalformedDataException {
    if (length < 0 || length > left()) {
      throw new MalformedDataException("field at " + at + " is cut off");
    }
    at += length;
    return at - length;
  }
}
