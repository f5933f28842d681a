package egate.gate.gpio.chip;

import java.lang.foreign.MemorySegment;

/**
 * What the kernel knows of a line.
 *
 * @param name may be empty
 * @param consumer who has it, as that process calls itself; may be empty
 * @param used whether somebody has it, the kernel itself included
 */
record LineInfo(int number, String name, String consumer, boolean used) {
  private static final long USED = 1;

  static LineInfo of(MemorySegment info) {
    return new LineInfo(
        Abi.int32(info, Abi.LINE_INFO, "offset"),
        Abi.text(info, Abi.LINE_INFO, "name"),
        Abi.text(info, Abi.LINE_INFO, "consumer"),
        (Abi.int64(info, Abi.LINE_INFO, "flags") & USED) != 0);
  }

  /** Who has it. */
  String holder() {
    return consumer.isEmpty() ? "the kernel" : consumer;
  }

  /** Such as {@code 17 "GPIO17"}. */
  @Override
  public String toString() {
    return name.isEmpty() ? Integer.toString(number) : number + " \"" + name + "\"";
  }
}
