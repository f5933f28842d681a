package egate.simulator.bench;

import egate.biometric.Calibration;
import egate.biometric.ComparisonEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Every finger's reference against every finger's three touches. */
final class FingerTrial {
  private final double[][][] scores;

  private FingerTrial(double[][][] scores) {
    this.scores = scores;
  }

  static <F> FingerTrial run(ComparisonEngine<F> engine, Volunteers<F> volunteers) {
    int fingers = volunteers.fingers();
    return new FingerTrial(
        Volunteers.all(fingers, reference -> against(engine, volunteers, reference))
            .toArray(double[][][]::new));
  }

  private static <F> double[][] against(
      ComparisonEngine<F> engine, Volunteers<F> volunteers, int reference) {
    ToDoubleFunction<F> comparing = engine.against(volunteers.reference(reference));
    return IntStream.range(0, volunteers.fingers())
        .mapToObj(probe -> volunteers.touches(probe).stream().mapToDouble(comparing).toArray())
        .toArray(double[][]::new);
  }

  /** Comparisons of different fingers that were made. */
  long impostorComparisons() {
    return (long) scores.length * (scores.length - 1) * Volunteers.TRIES;
  }

  /**
   * How a policy fares: scores of so many fingers of a person summed, the best of so many tries.
   *
   * @param fingers 1 or 2
   * @param tries 1..3
   */
  Calibration policy(int fingers, int tries) {
    List<Double> genuine = new ArrayList<>();
    List<Double> impostors = new ArrayList<>();
    int people = scores.length / fingers;
    for (int reference = 0; reference < people; reference++) {
      for (int probe = 0; probe < people; probe++) {
        (reference == probe ? genuine : impostors).add(best(reference, probe, fingers, tries));
      }
    }
    return new Calibration(array(impostors), array(genuine), (long) people * (people - 1) / 2);
  }

  private double best(int reference, int probe, int fingers, int tries) {
    return IntStream.range(0, tries)
        .mapToDouble(attempt -> sum(reference, probe, fingers, attempt))
        .max()
        .orElseThrow();
  }

  private double sum(int reference, int probe, int fingers, int attempt) {
    return IntStream.range(0, fingers)
        .mapToDouble(f -> scores[fingers * reference + f][fingers * probe + f][attempt])
        .sum();
  }

  private static double[] array(List<Double> values) {
    return values.stream().flatMapToDouble(DoubleStream::of).toArray();
  }
}
