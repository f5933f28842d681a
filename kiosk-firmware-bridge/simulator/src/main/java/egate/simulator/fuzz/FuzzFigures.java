package egate.simulator.fuzz;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What fuzzing one target came to.
 *
 * @param executions inputs run
 * @param seconds of processor time that the fuzzing process used
 * @param slowestMillis processor time of the slowest input, warm, the least of some runs
 * @param largestBytes allocated by the input that allocates most
 * @param findings what is wrong, a line each
 * @param saved where the inputs of the findings lie
 */
record FuzzFigures(
    String target,
    long executions,
    long seconds,
    double slowestMillis,
    long largestBytes,
    List<String> findings,
    Path saved) {

  boolean clean() {
    return findings.isEmpty();
  }

  String text() {
    String figures =
        String.format(
            Locale.ROOT,
            "%-24s %,12d executions  %4d CPU-s  slowest %6.2f ms  largest %,11d bytes  %s",
            target,
            executions,
            seconds,
            slowestMillis,
            largestBytes,
            clean() ? "clean" : findings.size() + " findings, inputs in " + saved);
    return findings.stream()
        .map(line -> "\n    " + line)
        .collect(Collectors.joining("", figures, ""));
  }

  /** Its strings hold nothing that JSON would have to escape but what {@link #quoted} does. */
  String json() {
    return String.format(
        Locale.ROOT,
        "{\"target\":%s,\"executions\":%d,\"cpu_s\":%d,\"slowest_cpu_ms\":%.2f,"
            + "\"most_bytes\":%d,\"findings\":[%s]}",
        quoted(target),
        executions,
        seconds,
        slowestMillis,
        largestBytes,
        findings.stream().map(FuzzFigures::quoted).collect(Collectors.joining(",")));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
