package egate.command;

import egate.emrtd.StepEvidence;
import egate.report.CheckResult;
import egate.report.Judgement;
import egate.report.Reason;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/**
 * What is told of a document: nothing about its holder.
 *
 * @param contents of data groups, where their hashes fit
 * @param steps of reading, and last the judging
 * @param note what the verdict does not say, or nothing
 */
record DocumentReport(
    List<CheckResult> checks,
    List<GroupContents> contents,
    List<StepEvidence> steps,
    Judgement verdict,
    String note) {

  DocumentReport(
      List<CheckResult> checks, List<StepEvidence> steps, Judgement verdict, String note) {
    this(checks, List.of(), steps, verdict, note);
  }

  /** The same, with what the data groups hold. */
  DocumentReport holding(List<GroupContents> found) {
    return new DocumentReport(checks, found, steps, verdict, note);
  }

  void print(PrintWriter out, boolean json) {
    if (json) {
      out.println(json());
    } else {
      table(out);
    }
  }

  private JsonObject json() {
    return new JsonObject()
        .put("verdict", word(verdict))
        .put("checks", checks.stream().map(DocumentReport::json).toList())
        .put("contents", contents.stream().map(GroupContents::json).toList())
        .put("steps", steps.stream().map(DocumentReport::json).toList());
  }

  private static JsonObject json(CheckResult check) {
    return new JsonObject()
        .put("name", word(check.check()))
        .put("verdict", word(check.verdict()))
        .put("reason", check.reason() == Reason.NONE ? null : word(check.reason()));
  }

  private static JsonObject json(StepEvidence step) {
    return new JsonObject()
        .put("name", step.name())
        .put("commands", step.commands())
        .put("bytes", step.bytes())
        .put("ms", step.nanos() / 1e6, 3);
  }

  private void table(PrintWriter out) {
    for (CheckResult check : checks) {
      String reason = check.reason() == Reason.NONE ? "" : word(check.reason());
      out.printf("%-22s %-14s %s%n", word(check.check()), word(check.verdict()), reason);
    }
    out.println();
    for (GroupContents group : contents) {
      out.printf("%-22s %s%n", group.file().text(), group.holds().orElse("malformed"));
    }
    out.println();
    for (StepEvidence step : steps) {
      out.printf(
          Locale.ROOT,
          "%-22s %4d commands %,9d bytes %,10.1f ms%n",
          step.name(),
          step.commands(),
          step.bytes(),
          step.nanos() / 1e6);
    }
    out.println();
    out.println("verdict: " + word(verdict) + note);
    out.flush();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
