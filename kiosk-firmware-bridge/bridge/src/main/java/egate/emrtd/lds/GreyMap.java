package egate.emrtd.lds;

import egate.emrtd.MalformedDataException;
import java.util.Arrays;

/**
 * A portable grey map as ISO/IEC 39794 stores raw pixels (Netpbm's binary form P5): width, height
 * and 255 in decimal between single or repeated white space, then a byte a pixel. Comments are
 * refused; nothing in a chip needs them.
 */
final class GreyMap {
  private static final int WHITE = 255;
  private static final int SIDE_MAX = 65_535;

  private final byte[] bytes;
  private int at;

  private GreyMap(byte[] bytes) {
    this.bytes = bytes;
  }

  static EncodedImage parse(byte[] bytes) throws MalformedDataException {
    GreyMap map = new GreyMap(bytes);
    map.expect('P');
    map.expect('5');
    int width = map.number(SIDE_MAX);
    int height = map.number(SIDE_MAX);
    if (map.number(WHITE) != WHITE) {
      throw new MalformedDataException("grey map of another depth than 8 bits");
    }
    map.skipOneSpace();
    if ((long) width * height != bytes.length - map.at) {
      throw new MalformedDataException("grey map of another size than it claims");
    }
    byte[] pixels = Arrays.copyOfRange(bytes, map.at, bytes.length);
    return new EncodedImage(EncodedImage.Format.RAW_GREY, width, height, pixels);
  }

  /** A number after at least one white space, 1..max. */
  private int number(int max) throws MalformedDataException {
    skipOneSpace();
    while (at < bytes.length && isSpace(bytes[at])) {
      at++;
    }
    int number = 0;
    while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9') {
      number = 10 * number + bytes[at++] - '0';
      if (number > max) {
        throw new MalformedDataException("grey map with a number over " + max);
      }
    }
    if (number == 0) {
      throw new MalformedDataException("grey map without a number where one belongs");
    }
    return number;
  }

  private void skipOneSpace() throws MalformedDataException {
    if (at >= bytes.length || !isSpace(bytes[at])) {
      throw new MalformedDataException("grey map without white space where it belongs");
    }
    at++;
  }

  private static boolean isSpace(byte c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  private void expect(char wanted) throws MalformedDataException {
    if (at >= bytes.length || bytes[at] != wanted) {
      throw new MalformedDataException("no binary grey map");
    }
    at++;
  }
}
