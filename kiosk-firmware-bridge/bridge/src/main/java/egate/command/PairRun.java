package egate.command;

import egate.command.Extraction.Extracted;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Compares pairs, a piece of the run at a time, pairs of one reference together. */
final class PairRun<F> {
  /** Pairs in a piece: enough to keep every core busy, few enough to hold. */
  static final int PIECE = 4_096;

  private final Extraction<F> extraction;
  private final Samples<F> samples;
  private final double threshold;

  PairRun(Extraction<F> extraction, Samples<F> samples, double threshold) {
    this.extraction = extraction;
    this.samples = samples;
    this.threshold = threshold;
  }

  /** The results of a piece, in its order. */
  List<PairResult> compare(List<Pair> pairs, Function<String, Path> files) throws CommandFault {
    Map<String, Path> needed = new LinkedHashMap<>();
    for (Pair pair : pairs) {
      needed.computeIfAbsent(pair.reference(), files);
      needed.computeIfAbsent(pair.probe(), files);
    }
    Map<String, Double> costs = new LinkedHashMap<>();
    samples.prepare(needed).forEach((name, fresh) -> costs.put(name, millis(fresh.extracted())));
    return withCosts(pairs, scores(pairs), costs);
  }

  private List<PairResult> scores(List<Pair> pairs) throws CommandFault {
    Map<String, List<Integer>> byReference = new LinkedHashMap<>();
    for (int i = 0; i < pairs.size(); i++) {
      byReference.computeIfAbsent(pairs.get(i).reference(), _ -> new ArrayList<>()).add(i);
    }
    PairResult[] results = new PairResult[pairs.size()];
    List<Future<?>> begun = new ArrayList<>();
    for (Map.Entry<String, List<Integer>> group : byReference.entrySet()) {
      Extracted<F> reference = samples.get(group.getKey());
      List<Job<F>> jobs = new ArrayList<>();
      for (int i : group.getValue()) {
        jobs.add(new Job<>(i, samples.get(pairs.get(i).probe())));
      }
      begun.add(samples.workers().submit(() -> compareGroup(reference, jobs, results)));
    }
    for (Future<?> each : begun) {
      await(each);
    }
    return List.of(results);
  }

  private record Job<F>(int index, @Nullable Extracted<F> probe) {}

  private void compareGroup(
      @Nullable Extracted<F> reference, List<Job<F>> jobs, PairResult[] results) {
    @Nullable ToDoubleFunction<F> comparing = null;
    for (Job<F> job : jobs) {
      long begin = System.nanoTime();
      Extracted<F> probe = job.probe();
      boolean comparable = hasFeatures(reference) && hasFeatures(probe);
      if (comparable && comparing == null) {
        comparing = extraction.engine().against(features(reference));
      }
      double score =
          comparable && comparing != null ? comparing.applyAsDouble(features(probe)) : Double.NaN;
      double millis = (System.nanoTime() - begin) / 1e6;
      results[job.index()] = result(reference, probe, score, millis);
    }
  }

  private PairResult result(
      @Nullable Extracted<F> reference, @Nullable Extracted<F> probe, double score, double millis) {
    if (reference == null || probe == null) {
      return new PairResult(Double.NaN, threshold, -1, "unreadable", millis);
    }
    int quality = Math.min(reference.sample().quality(), probe.sample().quality());
    @Nullable String shortcoming =
        reference.sample().shortcoming().or(() -> probe.sample().shortcoming()).orElse(null);
    return new PairResult(score, threshold, quality, shortcoming, millis);
  }

  /** The first pair that needs a file bears the time of its decoding. */
  private static List<PairResult> withCosts(
      List<Pair> pairs, List<PairResult> results, Map<String, Double> costs) {
    List<PairResult> whole = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      PairResult result = results.get(i);
      double millis =
          result.millis()
              + take(costs, pairs.get(i).reference())
              + take(costs, pairs.get(i).probe());
      whole.add(
          new PairResult(
              result.score(), result.threshold(), result.quality(), result.shortcoming(), millis));
    }
    return whole;
  }

  private static double take(Map<String, Double> costs, String name) {
    Double cost = costs.remove(name);
    return cost == null ? 0 : cost;
  }

  private double millis(@Nullable Extracted<F> extracted) {
    return extracted == null ? 0 : extracted.millis();
  }

  private boolean hasFeatures(@Nullable Extracted<F> extracted) {
    return extracted != null && extracted.sample().features().isPresent();
  }

  private F features(@Nullable Extracted<F> extracted) {
    if (extracted == null) {
      throw new IllegalStateException("no sample");
    }
    return extracted.sample().features().orElseThrow();
  }

  private static void await(Future<?> future) throws CommandFault {
    try {
      future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      throw new CommandFault("interrupted");
    }
  }
}
