package egate.simulator.device;

import java.util.concurrent.locks.LockSupport;

/**
 * When bytes have crossed an asynchronous line: a start bit, eight data bits and a stop bit each,
 * one after another. Pure; times are {@link System#nanoTime} values.
 */
final class LineClock {
  private static final long BITS_PER_BYTE = 10;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  /** A thread that wakes this late is the machine's doing: the line has not paused. */
  private static final long LATE_NANOS = 20_000_000;

  private boolean used;
  private long freeAtNanos;

  /** When the last of some bytes has arrived that are ready to be sent now. */
  long arrival(long nowNanos, int bytes, int bitsPerSecond) {
    boolean inOneGo = used && nowNanos - freeAtNanos < LATE_NANOS;
    long start = inOneGo ? freeAtNanos : nowNanos;
    used = true;
    freeAtNanos = start + bytes * BITS_PER_BYTE * NANOS_PER_SECOND / bitsPerSecond;
    return freeAtNanos;
  }

  /** Bytes that cross in about 2 ms, as a UART with a FIFO hands them over; 1 or more. */
  static int chunkBytes(int bitsPerSecond) {
    return (int) Math.max(1, bitsPerSecond / BITS_PER_BYTE / 500);
  }

  static void parkUntil(long nanos) {
    long left = nanos - System.nanoTime();
    while (left > 0) {
      LockSupport.parkNanos(left);
      left = nanos - System.nanoTime();
    }
  }
}
