package egate.simulator.chip;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** How long the radio field and the chip take; called on the reader's own thread. */
public interface FieldPace {
  /** As fast as the machine can. */
  FieldPace FAST = (bytes, commands, bitsPerSecond) -> {};

  /** A passport's time: the bits on the air, and 12 ms for each command. */
  FieldPace REAL = (bytes, commands, bitsPerSecond) -> park(nanos(bytes, commands, bitsPerSecond));

  /**
   * Blocks for as long as the exchange takes.
   *
   * @param bytes over the air, in both directions
   * @param commands that the chip works on, 0 or 1
   * @param bitsPerSecond 106,000..424,000
   */
  void spend(int bytes, int commands, int bitsPerSecond);

  /**
   * Blocks while an empty field is searched, for which ISO/IEC 14443-3 gives chips 5 ms to wake.
   * The fast pace does it too: a host that polls would keep a processor busy with nothing.
   *
   * @param times 1..255
   */
  default void search(int times) {
    park(TimeUnit.MILLISECONDS.toNanos(5) * times);
  }

  /**
   * Nine bits a byte, since ISO/IEC 14443-3 type A adds a parity bit, and for each block of 256
   * bytes five that frame it and four that acknowledge it (ISO/IEC 14443-4 section 7).
   */
  static long nanos(int bytes, int commands, int bitsPerSecond) {
    long framed = bytes + 9L * (bytes / 256 + 1);
    return framed * 9 * TimeUnit.SECONDS.toNanos(1) / bitsPerSecond
        + TimeUnit.MILLISECONDS.toNanos(12) * commands;
  }

  private static void park(long nanos) {
    long until = System.nanoTime() + nanos;
    long left = nanos;
    while (left > 0 && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(left);
      left = until - System.nanoTime();
    }
  }
}
