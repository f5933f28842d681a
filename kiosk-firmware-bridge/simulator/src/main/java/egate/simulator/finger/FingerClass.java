package egate.simulator.finger;

import java.util.SplittableRandom;

/** Henry's classes of ridge flow. */
public enum FingerClass {
  ARCH,
  TENTED_ARCH,
  LEFT_LOOP,
  RIGHT_LOOP,
  WHORL;

  /** Draws a class about as often as it occurs among people (Wilson, Candela, Watson 1994). */
  static FingerClass draw(SplittableRandom random) {
    int percent = random.nextInt(100);
    if (percent < 4) {
      return ARCH;
    }
    if (percent < 7) {
      return TENTED_ARCH;
    }
    if (percent < 41) {
      return LEFT_LOOP;
    }
    return percent < 72 ? RIGHT_LOOP : WHORL;
  }
}
