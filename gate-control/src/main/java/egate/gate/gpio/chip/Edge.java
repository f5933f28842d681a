package egate.gate.gpio.chip;

import java.lang.foreign.MemorySegment;

/**
 * A line changed.
 *
 * @param nanos when, on the monotonic clock that {@link System#nanoTime} reads too, in nanoseconds
 * @param line number on the chip
 * @param high what it has become
 * @param count of this line's edges, from 1 on; a gap means that some were lost
 */
record Edge(long nanos, int line, boolean high, int count) {

  static Edge of(MemorySegment event) {
    return new Edge(
        Abi.int64(event, Abi.LINE_EVENT, "timestamp_ns"),
        Abi.int32(event, Abi.LINE_EVENT, "offset"),
        Abi.int32(event, Abi.LINE_EVENT, "id") == Abi.RISING_EDGE,
        Abi.int32(event, Abi.LINE_EVENT, "line_seqno"));
  }
}
