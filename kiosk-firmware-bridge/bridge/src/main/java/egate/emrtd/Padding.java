package egate.emrtd;

import java.util.Arrays;

/** Padding method 2 of ISO/IEC 9797-1: one byte 80, then zeros up to the block's end. */
public final class Padding {
  private Padding() {}

  /** The data and its padding, always at least one byte longer than the data. */
  public static byte[] pad(byte[] data, int blockBytes) {
    byte[] padded = Arrays.copyOf(data, (data.length / blockBytes + 1) * blockBytes);
    padded[data.length] = (byte) 0x80;
    return padded;
  }

  /**
   * The data without its padding.
   *
   * @throws MalformedDataException when the last block does not hold the padding
   */
  public static byte[] unpad(byte[] padded, int blockBytes) throws MalformedDataException {
    int end = padded.length - 1;
    int least = Math.max(0, padded.length - blockBytes);
    while (end > least && padded[end] == 0) {
      end--;
    }
    if (end < least || padded[end] != (byte) 0x80) {
      throw new MalformedDataException("padding is missing");
    }
    return Arrays.copyOf(padded, end);
  }
}
