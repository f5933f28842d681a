package egate.gate.gpio.chip;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/**
 * The structures, flags and request codes of {@code linux/gpio.h}, uAPI v2 (Linux 5.10 and later),
 * under the kernel's own names. They are alike on every 64-bit little-endian machine.
 */
final class Abi {
  static final int NAME_BYTES = 32;
  static final int LINES_MAX = 64;
  static final int ATTRS_MAX = 10;

  // enum gpio_v2_line_flag
  static final long ACTIVE_LOW = 1 << 1;
  static final long INPUT = 1 << 2;
  static final long OUTPUT = 1 << 3;
  static final long EDGE_RISING = 1 << 4;
  static final long EDGE_FALLING = 1 << 5;
  static final long BIAS_PULL_UP = 1 << 8;
  static final long BIAS_PULL_DOWN = 1 << 9;
  static final long BIAS_DISABLED = 1 << 10;

  // enum gpio_v2_line_attr_id
  static final int ATTR_FLAGS = 1;
  static final int ATTR_OUTPUT_VALUES = 2;
  static final int ATTR_DEBOUNCE = 3;

  // enum gpio_v2_line_event_id
  static final int RISING_EDGE = 1;
  static final int FALLING_EDGE = 2;

  static final StructLayout CHIP_INFO =
      MemoryLayout.structLayout(chars("name"), chars("label"), int32("lines"));

  static final StructLayout LINE_VALUES = MemoryLayout.structLayout(int64("bits"), int64("mask"));

  /** A line attribute; its union is named by its widest member. */
  static final StructLayout LINE_ATTRIBUTE =
      MemoryLayout.structLayout(int32("id"), int32("padding"), int64("value"));

  static final StructLayout CONFIG_ATTRIBUTE =
      MemoryLayout.structLayout(LINE_ATTRIBUTE.withName("attr"), int64("mask"));

  static final StructLayout LINE_CONFIG =
      MemoryLayout.structLayout(
          int64("flags"),
          int32("num_attrs"),
          padding(5),
          MemoryLayout.sequenceLayout(ATTRS_MAX, CONFIG_ATTRIBUTE).withName("attrs"));

  static final StructLayout LINE_REQUEST =
      MemoryLayout.structLayout(
          MemoryLayout.sequenceLayout(LINES_MAX, ValueLayout.JAVA_INT).withName("offsets"),
          chars("consumer"),
          LINE_CONFIG.withName("config"),
          int32("num_lines"),
          int32("event_buffer_size"),
          padding(5),
          int32("fd"));

  static final StructLayout LINE_INFO =
      MemoryLayout.structLayout(
          chars("name"),
          chars("consumer"),
          int32("offset"),
          int32("num_attrs"),
          int64("flags"),
          MemoryLayout.sequenceLayout(ATTRS_MAX, LINE_ATTRIBUTE).withName("attrs"),
          padding(4));

  static final StructLayout LINE_EVENT =
      MemoryLayout.structLayout(
          int64("timestamp_ns"),
          int32("id"),
          int32("offset"),
          int32("seqno"),
          int32("line_seqno"),
          padding(6));

  static final int GET_CHIPINFO = read(0x01, CHIP_INFO);
  static final int GET_LINEINFO = readWrite(0x05, LINE_INFO);
  static final int GET_LINE = readWrite(0x07, LINE_REQUEST);
  static final int LINE_GET_VALUES = readWrite(0x0E, LINE_VALUES);
  static final int LINE_SET_VALUES = readWrite(0x0F, LINE_VALUES);

  private Abi() {}

  static long offset(StructLayout struct, String field) {
    return struct.byteOffset(PathElement.groupElement(field));
  }

  static int int32(MemorySegment segment, StructLayout struct, String field) {
    return segment.get(ValueLayout.JAVA_INT, offset(struct, field));
  }

  static long int64(MemorySegment segment, StructLayout struct, String field) {
    return segment.get(ValueLayout.JAVA_LONG, offset(struct, field));
  }

  /** A name, which need not end in a zero when it fills its field. */
  static String text(MemorySegment segment, StructLayout struct, String field) {
    byte[] bytes =
        segment.asSlice(offset(struct, field), NAME_BYTES).toArray(ValueLayout.JAVA_BYTE);
    int length = 0;
    while (length < bytes.length && bytes[length] != 0) {
      length++;
    }
    return new String(bytes, 0, length, StandardCharsets.US_ASCII);
  }

  private static MemoryLayout chars(String name) {
    return MemoryLayout.sequenceLayout(NAME_BYTES, ValueLayout.JAVA_BYTE).withName(name);
  }

  private static MemoryLayout int32(String name) {
    return ValueLayout.JAVA_INT.withName(name);
  }

  private static MemoryLayout int64(String name) {
    return ValueLayout.JAVA_LONG.withName(name);
  }

  private static MemoryLayout padding(int words) {
    return MemoryLayout.sequenceLayout(words, ValueLayout.JAVA_INT).withName("padding");
  }

  /** {@code _IOR} of asm-generic/ioctl.h: direction, size, type, number. */
  private static int read(int number, StructLayout struct) {
    return code(2, number, struct);
  }

  private static int readWrite(int number, StructLayout struct) {
    return code(3, number, struct);
  }

  private static int code(int direction, int number, StructLayout struct) {
    return direction << 30 | (int) struct.byteSize() << 16 | 0xB4 << 8 | number;
  }
}
