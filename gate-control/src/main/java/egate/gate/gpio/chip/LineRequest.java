package egate.gate.gpio.chip;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Several lines asked for at once: the kernel grants all or none.
 *
 * @param lines 1 to 64
 * @param flags what all lines have in common
 * @param debounce for how long the lines that want it must be steady; zero for none
 */
record LineRequest(List<RequestedLine> lines, long flags, Duration debounce) {
  private static final String CONSUMER = "egate";

  /** Outputs, all of which say low, whatever level that is on the wire. */
  static LineRequest outputs(List<RequestedLine> lines) {
    return new LineRequest(lines, Abi.OUTPUT, Duration.ZERO);
  }

  /** Inputs that report every edge, at the time of the monotonic clock. */
  static LineRequest inputs(List<RequestedLine> lines, Duration debounce) {
    return new LineRequest(lines, Abi.INPUT | Abi.EDGE_RISING | Abi.EDGE_FALLING, debounce);
  }

  /** The kernel's structure; its {@code fd} is filled in when the lines are granted. */
  MemorySegment encode(Arena arena) {
    MemorySegment request = arena.allocate(Abi.LINE_REQUEST);
    for (int i = 0; i < lines.size(); i++) {
      request.setAtIndex(ValueLayout.JAVA_INT, i, lines.get(i).number());
    }
    MemorySegment.copy(
        MemorySegment.ofArray(CONSUMER.getBytes(StandardCharsets.US_ASCII)),
        0,
        request,
        Abi.offset(Abi.LINE_REQUEST, "consumer"),
        CONSUMER.length());
    request.set(ValueLayout.JAVA_INT, Abi.offset(Abi.LINE_REQUEST, "num_lines"), lines.size());
    config(request.asSlice(Abi.offset(Abi.LINE_REQUEST, "config"), Abi.LINE_CONFIG));
    return request;
  }

  private void config(MemorySegment config) {
    config.set(ValueLayout.JAVA_LONG, 0, flags);
    int attributes = 0;
    for (Map.Entry<Long, Long> own : ownFlags().entrySet()) {
      attribute(config, attributes++, Abi.ATTR_FLAGS, flags | own.getKey(), own.getValue());
    }
    if (flags == Abi.OUTPUT) {
      attribute(config, attributes++, Abi.ATTR_OUTPUT_VALUES, 0, maskOfAll());
    }
    long debounced = debounced();
    if (debounced != 0) {
      long micros = debounce.toNanos() / 1000;
      attribute(config, attributes++, Abi.ATTR_DEBOUNCE, micros, debounced);
    }
    config.set(ValueLayout.JAVA_INT, Abi.offset(Abi.LINE_CONFIG, "num_attrs"), attributes);
  }

  /** At most eight kinds of line: active low or not, and four biases. */
  private Map<Long, Long> ownFlags() {
    Map<Long, Long> masks = new TreeMap<>();
    for (int i = 0; i < lines.size(); i++) {
      masks.merge(lines.get(i).ownFlags(), 1L << i, (a, b) -> a | b);
    }
    masks.remove(0L);
    return masks;
  }

  private long debounced() {
    long mask = 0;
    for (int i = 0; i < lines.size(); i++) {
      mask |= lines.get(i).debounced() && debounce.isPositive() ? 1L << i : 0;
    }
    return mask;
  }

  private long maskOfAll() {
    return -1L >>> (Long.SIZE - lines.size());
  }

  private static void attribute(MemorySegment config, int index, int id, long value, long mask) {
    MemorySegment attribute =
        config.asSlice(
            Abi.offset(Abi.LINE_CONFIG, "attrs") + index * Abi.CONFIG_ATTRIBUTE.byteSize(),
            Abi.CONFIG_ATTRIBUTE);
    attribute.set(ValueLayout.JAVA_INT, 0, id);
    attribute.set(ValueLayout.JAVA_LONG, Abi.offset(Abi.LINE_ATTRIBUTE, "value"), value);
    attribute.set(ValueLayout.JAVA_LONG, Abi.offset(Abi.CONFIG_ATTRIBUTE, "mask"), mask);
  }
}
