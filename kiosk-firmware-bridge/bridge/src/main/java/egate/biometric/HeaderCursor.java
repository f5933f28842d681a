package egate.biometric;

/** Reads unsigned big-endian numbers of a header and never beyond its end. */
final class HeaderCursor {
  private final byte[] bytes;
  private final int end;
  private int position;

  HeaderCursor(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  private HeaderCursor(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.position = start;
    this.end = end;
  }

  boolean atEnd() {
    return position == end;
  }

  int left() {
    return end - position;
  }

  int u8() throws ImageUnreadableException {
    need(1);
    return bytes[position++] & 0xFF;
  }

  int u16() throws ImageUnreadableException {
    return u8() << 8 | u8();
  }

  long u32() throws ImageUnreadableException {
    return (long) u16() << 16 | u16();
  }

  void skip(int count) throws ImageUnreadableException {
    need(count);
    position += count;
  }

  /** The next bytes as a cursor of their own; this one moves behind them. */
  HeaderCursor part(long length) throws ImageUnreadableException {
    need(length);
    var part = new HeaderCursor(bytes, position, position + (int) length);
    position += (int) length;
    return part;
  }

  /** A segment whose first two bytes are its length, themselves included. */
  HeaderCursor segment() throws ImageUnreadableException {
    int length = u16();
    if (length < 2) {
      throw new ImageUnreadableException("image: a segment has no room for its length");
    }
    return part(length - 2L);
  }

  void expect(boolean condition, String otherwise) throws ImageUnreadableException {
    if (!condition) {
      throw new ImageUnreadableException(otherwise);
    }
  }

  /**
   * A marker that must occur once at most in the whole file, whichever way another reads it.
   *
   * @param size of the marker in bytes, 1..7; its first byte is not zero
   */
  void expectOnce(long marker, int size, String otherwise) throws ImageUnreadableException {
    long mask = (1L << (8 * size)) - 1;
    long latest = 0;
    int count = 0;
    for (byte next : bytes) {
      latest = ((latest << 8) | (next & 0xFF)) & mask;
      count += latest == marker ? 1 : 0;
    }
    expect(count <= 1, otherwise);
  }

  private void need(long count) throws ImageUnreadableException {
    if (count < 0 || count > left()) {
      throw new ImageUnreadableException("image: ends early");
    }
  }
}
