package egate.emrtd;

/**
 * What a chip was found to accept within this passage: how many bytes one READ BINARY may ask for,
 * as many as the reader carries and less when the chip refuses, and whether it may name the file.
 */
final class ChipHabits {
  /** Chips are known that stop at these lengths; 231 fills a short response exactly. */
  private static final int[] RUNGS = {4_096, 2_048, 1_024, 231, 223, 192, 128};

  private int most = Integer.MAX_VALUE;
  private int last;
  private boolean shortIds = true;

  /** Bytes to ask for over this link. */
  int readBytes(ChipLink link) {
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

  /** Whether READ BINARY may select the file by its short identifier, which saves a command. */
  boolean shortIds() {
    return shortIds;
  }

  void withoutShortIds() {
    shortIds = false;
  }
}
