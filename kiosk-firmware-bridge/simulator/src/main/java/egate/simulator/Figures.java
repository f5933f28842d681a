package egate.simulator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Times of many trials, in milliseconds. */
final class Figures {
  private final List<Double> millis = new ArrayList<>();

  void add(double trial) {
    millis.add(trial);
  }

  /** Prints the quantiles; whether the 99th percentile is as demanded. */
  boolean print(String what, String note, double p99Max) {
    Collections.sort(millis);
    System.out.printf(
        "%s (%s): n %d, p50 %.2f ms, p99 %.2f ms (at most %.0f), longest %.2f ms%n",
        what, note, millis.size(), quantile(0.5), quantile(0.99), p99Max, millis.getLast());
    return quantile(0.99) <= p99Max;
  }

  /** The smallest trial that a share of all does not exceed. */
  private double quantile(double share) {
    return millis.get((int) Math.ceil(share * millis.size()) - 1);
  }
}
