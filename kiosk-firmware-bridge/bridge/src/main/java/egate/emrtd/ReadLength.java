package egate.emrtd;

/**
 * How many bytes one READ BINARY asks for: as many as the reader carries, and less when the chip
 * refuses. Chips are known that stop at these lengths; 231 fills a short response exactly.
 */
final class ReadLength {
  private static final int[] RUNGS = {231, 223, 192, 128};

  private int most = Integer.MAX_VALUE;
  private int last;

  /** Bytes to ask for over this link. */
  int bytes(ChipLink link) {
    last = Math.min(most, link.readBytesMax());
    return last;
  }

  /** Takes the next shorter length; false when there is none left. */
  boolean shorten() {
    for (int rung : RUNGS) {
      if (rung < last) {
        most = rung;
        last = rung;
        return true;
      }
    }
    return false;
  }
}
