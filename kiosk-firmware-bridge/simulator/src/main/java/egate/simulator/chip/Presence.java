package egate.simulator.chip;

import java.nio.ByteBuffer;

/** One stay of a chip in the field; presented again, the same chip has another. */
final class Presence {
  /**
   * The first byte of a random UID, which is what passports send (ISO/IEC 14443-3 section 6.5.4).
   */
  private static final byte RANDOM_UID = 0x08;

  private final SimulatedChip chip;
  private final byte[] uid;

  /**
   * @param random of which three bytes become the UID's
   */
  Presence(SimulatedChip chip, int random) {
    this.chip = chip;
    this.uid = ByteBuffer.allocate(Integer.BYTES).putInt(random).put(0, RANDOM_UID).array();
  }

  SimulatedChip chip() {
    return chip;
  }

  /** Four bytes, not a copy. */
  byte[] uid() {
    return uid;
  }
}
