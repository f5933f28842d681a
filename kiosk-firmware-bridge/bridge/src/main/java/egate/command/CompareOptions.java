package egate.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code compare finger} and {@code compare face} both take. */
final class CompareOptions {
  private static final int NEGATIVE = 1;

  @Parameters(index = "0", arity = "0..1", paramLabel = "A", description = "The reference.")
  @Nullable Path reference;

  @Parameters(index = "1", arity = "0..1", paramLabel = "B", description = "The probe.")
  @Nullable Path probe;

  @Option(
      names = "--pairs",
      paramLabel = "FILE",
      description = {
        "Compare the pairs of this file instead: two paths a line, with a comma between.",
        "Writes, without a heading: path, path, score, decision, quality, ms."
      })
  @Nullable Path pairs;

  @Option(
      names = "--fmr",
      paramLabel = "RATE",
      defaultValue = "0.001",
      description = "False match rate of the threshold (default: ${DEFAULT-VALUE}).")
  double falseMatchRate;

  @Option(names = "--json", description = "One JSON object a line.")
  boolean json;

  int fmrPerMillion() throws CommandFault {
    long perMillion = Math.round(falseMatchRate * 1_000_000);
    if (perMillion < 1 || perMillion > 10_000) {
      throw new CommandFault("--fmr " + falseMatchRate + ": wants a rate from 0.000001 to 0.01");
    }
    return (int) perMillion;
  }

  /** Compares what was asked for, and says it; the exit code. */
  <F> int run(Comparing<F> comparing, PrintWriter out, JsonObject begun) throws CommandFault {
    if (pairs != null) {
      if (reference != null) {
        throw new CommandFault("give either A and B or --pairs FILE");
      }
      return comparing.pairs(pairs) ? 0 : NEGATIVE;
    }
    if (reference == null || probe == null) {
      throw new CommandFault("wants two files A and B, or --pairs FILE");
    }
    PairResult result = comparing.pair(new Pair(reference.toString(), probe.toString()));
    out.println(json ? comparing.fill(begun, result) : comparing.sentence(result));
    return result.matched() ? 0 : NEGATIVE;
  }
}
