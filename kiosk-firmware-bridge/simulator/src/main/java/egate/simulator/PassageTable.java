package egate.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The table that a run ends with: a row a traveller. */
final class PassageTable {
  private static final List<String> HEADINGS =
      List.of(
          "#",
          "traveller",
          "document",
          "checks",
          "comparison",
          "outcome",
          "cause",
          "time by phase",
          "");

  private PassageTable() {}

  static String of(List<Passage> passages) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADINGS);
    passages.forEach(p -> rows.add(row(p)));
    int[] widths = new int[HEADINGS.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
  }

  private static List<String> row(Passage passage) {
    JsonNode result = passage.result();
    return List.of(
        Integer.toString(passage.traveller()),
        passage.persona().id(),
        document(result.path("document")),
        checks(result.path("checks")),
        comparison(result.path("comparison")),
        passage.outcome(),
        passage.cause(),
        phases(result.path("phases_ms")),
        passage.asExpected()
            ? "as expected"
            : "EXPECTED " + passage.persona().outcome() + " " + passage.persona().cause());
  }

  private static String document(JsonNode document) {
    return words(document.path("type").asText("-"))
        + " "
        + document.path("issuing_state").asText("")
        + " "
        + document.path("access").asText("");
  }

  /** How many checks have which verdict, as "9 passed, 2 not supported". */
  private static String checks(JsonNode checks) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    checks.forEach(c -> counts.merge(words(c.path("verdict").asText()), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(e -> e.getValue() + " " + e.getKey())
        .collect(Collectors.joining(", "));
  }

  private static String comparison(JsonNode comparison) {
    List<String> parts = new ArrayList<>();
    for (JsonNode one : comparison) {
      String decision = one.path("decision").asText();
      String detail =
          decision.equals("not_evaluated")
              ? words(one.path("reason").asText())
              : one.path("score").asInt() + " of " + one.path("threshold").asInt();
      parts.add(one.path("modality").asText() + " " + words(decision) + " (" + detail + ")");
    }
    return parts.isEmpty() ? "-" : String.join(", ", parts);
  }

  private static String phases(JsonNode phases) {
    List<String> parts = new ArrayList<>();
    for (Map.Entry<String, JsonNode> phase : phases.properties()) {
      if (phase.getValue().asInt() > 0) {
        parts.add(phase.getKey() + " " + phase.getValue().asInt());
      }
    }
    return String.join(", ", parts) + " ms";
  }

  private static String words(String code) {
    return code.replace('_', ' ');
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
    }
    return line.toString().stripTrailing();
  }
}
