package egate.simulator.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;

/**
 * One run of a target on one input.
 *
 * @param cpuNanos processor time of the thread, in nanoseconds
 * @param bytes allocated by the thread
 * @param finding what was thrown beside the target's refusal, or null
 */
record Trial(long cpuNanos, long bytes, @Nullable Throwable finding) {
  /** What no input may take once the code is warm. */
  static final long CPU_NANOS_MAX = 50_000_000;

  static final long BYTES_MAX = 16 << 20;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  static Trial of(FuzzTarget target, byte[] input) {
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    long begin = THREADS.getCurrentThreadCpuTime();
    Throwable finding = thrown(target, input);
    return new Trial(
        THREADS.getCurrentThreadCpuTime() - begin,
        THREADS.getCurrentThreadAllocatedBytes() - bytes,
        finding);
  }

  /** The least of some runs: what the input costs, and not what the machine did meanwhile. */
  static Trial leastOf(FuzzTarget target, byte[] input, int runs) {
    Trial least = of(target, input);
    for (int i = 1; i < runs; i++) {
      Trial next = of(target, input);
      least =
          new Trial(
              Math.min(least.cpuNanos, next.cpuNanos),
              Math.min(least.bytes, next.bytes),
              next.finding);
    }
    return least;
  }

  /** An exhausted stack or heap is a finding like any other. */
  @SuppressWarnings("CatchingUnchecked")
  private static @Nullable Throwable thrown(FuzzTarget target, byte[] input) {
    try {
      target.run(input);
      return null;
    } catch (Throwable t) {
      return t.getClass() == target.refusal() ? null : t;
    }
  }

  boolean tooSlow() {
    return cpuNanos > CPU_NANOS_MAX;
  }

  boolean tooLarge() {
    return bytes > BYTES_MAX;
  }
}
