package egate.command;

import egate.command.PairsFile.Row;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What comparing fingers and comparing faces have in common: one pair, or a file of pairs. */
final class Comparing<F> {
  /** What a sample takes of the heap at most; fewer are kept where there is less. */
  private final long sampleBytes;

  private final Extraction<F> extraction;
  private final double threshold;
  private final int decimals;
  private final boolean json;
  private final PrintWriter out;
  private final PrintWriter err;

  Comparing(
      Extraction<F> extraction,
      double threshold,
      int decimals,
      long sampleBytes,
      boolean json,
      PrintWriter out,
      PrintWriter err) {
    this.extraction = extraction;
    this.threshold = threshold;
    this.decimals = decimals;
    this.sampleBytes = sampleBytes;
    this.json = json;
    this.out = out;
    this.err = err;
  }

  /** One pair; a file that cannot be read is a fault. */
  PairResult pair(Pair pair) throws CommandFault {
    String[] fault = new String[1];
    try (Samples<F> samples =
        new Samples<>(extraction, 2, (path, why) -> fault[0] = path + ": " + why)) {
      PairResult result =
          new PairRun<>(extraction, samples, threshold).compare(List.of(pair), Path::of).getFirst();
      if (fault[0] != null) {
        throw new CommandFault(fault[0]);
      }
      return result;
    }
  }

  /** Every pair of a file; a file that cannot be read is told and does not stop the run. */
  boolean pairs(Path file) throws CommandFault {
    Progress progress = new Progress(err);
    long done = 0;
    long notEvaluated = 0;
    try (PairsFile pairs = PairsFile.open(file);
        Samples<F> samples = new Samples<>(extraction, kept(), this::tellUnreadable)) {
      PairRun<F> run = new PairRun<>(extraction, samples, threshold);
      List<Pair> piece = next(pairs, PairRun.PIECE);
      while (!piece.isEmpty()) {
        List<PairResult> results = run.compare(piece, pairs::resolve);
        notEvaluated += results.stream().filter(each -> Double.isNaN(each.score())).count();
        write(piece, results);
        done += piece.size();
        progress.tell(done, "pairs");
        piece = next(pairs, PairRun.PIECE);
      }
    }
    progress.end(done, "pairs", notEvaluated == 0 ? "" : "; " + notEvaluated + " not evaluated");
    return done > notEvaluated;
  }

  private static List<Pair> next(PairsFile pairs, int most) throws CommandFault {
    return pairs.next(most).stream().map(Row::pair).toList();
  }

  private int kept() {
    long room = Runtime.getRuntime().maxMemory() / 2 / sampleBytes;
    return (int) Math.clamp(room, 2L, 1_000_000L);
  }

  private void tellUnreadable(String path, String why) {
    err.println("egate compare: " + path + ": " + why);
  }

  private void write(List<Pair> pairs, List<PairResult> results) {
    for (int i = 0; i < pairs.size(); i++) {
      out.print(json ? object(pairs.get(i), results.get(i)) : row(pairs.get(i), results.get(i)));
      out.print('\n');
    }
    out.flush();
  }

  private String row(Pair pair, PairResult result) {
    return String.join(
        ",",
        Csv.field(pair.reference()),
        Csv.field(pair.probe()),
        Double.isNaN(result.score()) ? "" : JsonObject.rounded(result.score(), decimals),
        result.decision(),
        result.quality() < 0 ? "" : Integer.toString(result.quality()),
        JsonObject.rounded(result.millis(), 3));
  }

  private JsonObject object(Pair pair, PairResult result) {
    JsonObject object = new JsonObject().put("a", pair.reference()).put("b", pair.probe());
    return fill(object, result);
  }

  /** The figures of a result. */
  JsonObject fill(JsonObject object, PairResult result) {
    @Nullable String shortcoming = result.shortcoming();
    object
        .put("score", result.score(), decimals)
        .put("threshold", result.threshold(), decimals)
        .put("decision", result.decision());
    if (result.quality() >= 0) {
      object.put("quality", result.quality());
    } else {
      object.put("quality", (String) null);
    }
    return object.put("shortcoming", shortcoming).put("ms", result.millis(), 3);
  }

  /** One result in a sentence. */
  String sentence(PairResult result) {
    String score = Double.isNaN(result.score()) ? "none" : JsonObject.rounded(result.score(), 3);
    return "score %s, threshold %s: %s; quality %d%s; %s ms"
        .formatted(
            score,
            JsonObject.rounded(result.threshold(), 3),
            result.decision(),
            result.quality(),
            result.shortcoming() == null ? "" : " (" + result.shortcoming() + ")",
            JsonObject.rounded(result.millis(), 1));
  }
}
