package egate.daemon.disk;

import java.io.IOException;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * What goes wrong, and when: everything follows from a seed. One plan serves all files of a
 * machine, whoever writes them. From any thread.
 */
public final class FaultPlan {
  private final RandomGenerator random;
  private long operationsLeft = Long.MAX_VALUE;

  /** A plan in which nothing fails yet. */
  public FaultPlan(long seed) {
    random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /** The power fails in this many operations from now, in the midst of it. */
  public synchronized void cutAfter(long operations) {
    operationsLeft = operations;
  }

  /** The power is back, and stays. */
  public synchronized void restore() {
    operationsLeft = Long.MAX_VALUE;
  }

  public synchronized boolean hasPower() {
    return operationsLeft > 0;
  }

  /** Every change of the disk asks before and after. */
  synchronized void spend() throws IOException {
    if (operationsLeft <= 0 || --operationsLeft == 0) {
      operationsLeft = 0;
      throw new PowerCutException();
    }
  }

  /** A number of 0..bound-1. */
  public synchronized int below(int bound) {
    return random.nextInt(bound);
  }
}
