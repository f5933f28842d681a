package egate.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Compares at the end what the gate said was on record, what its journal holds and what central
 * has, and has the journal audited, all by the commands that a technician has.
 */
final class RecordJudge {
  private static final Duration RESULTS_MAX = Duration.ofSeconds(60);

  private final LoneGate gate;
  private final Central central;
  private final Path state;
  private final List<String> findings = new ArrayList<>();

  RecordJudge(LoneGate gate, Central central) {
    this.gate = gate;
    this.central = central;
    this.state = gate.folder().resolve("gate");
  }

  /** What is wrong, one line each; stops the daemon. */
  List<String> findings() throws IOException, InterruptedException {
    int last = gate.status().path("last_sequence").asInt();
    if (!central.collector().await(last, RESULTS_MAX, gate.process()::alive)) {
      findings.add("central has not all of the " + last + " results");
    }
    gate.process().stop();
    compare(central.collector().committed());
    audit();
    return findings;
  }

  /** The database's size beside the results that it saw, and how many were moved aside. */
  String stores() throws IOException {
    try (Stream<Path> files = Files.list(state.resolve("db"))) {
      long aside = files.filter(file -> file.toString().contains("quarantine")).count();
      return "%d databases rebuilt, outbox of %d bytes"
          .formatted(aside, Files.size(state.resolve("db/outbox.mv.db")));
    }
  }

  private void compare(List<JsonNode> committed) throws IOException, InterruptedException {
    gate.promised()
        .forEach(
            (sequence, outcome) -> {
              if (sequence > committed.size()
                  || !outcome.equals(
                      committed.get(sequence.intValue() - 1).path("outcome").asText())) {
                findings.add("result " + sequence + " (" + outcome + ") is lost");
              }
            });
    Map<Long, Integer> results = new HashMap<>();
    for (JsonNode entry : journal()) {
      long passage = entry.path("passage").asLong();
      switch (entry.path("kind").asText()) {
        case "passage_begun" -> results.putIfAbsent(passage, 0);
        case "result" -> {
          results.merge(passage, 1, Integer::sum);
          sameAtCentral(entry, committed);
        }
        default -> {}
      }
    }
    results.forEach(
        (passage, count) -> {
          if (count != 1) {
            findings.add("passage " + passage + " has " + count + " results");
          }
        });
  }

  private void sameAtCentral(JsonNode entry, List<JsonNode> committed) {
    int sequence = entry.path("sequence").asInt();
    if (sequence > committed.size() || !committed.get(sequence - 1).equals(entry.path("result"))) {
      findings.add("result " + sequence + " is another at central");
    }
  }

  private List<JsonNode> journal() throws IOException, InterruptedException {
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> entries = new ArrayList<>();
    for (String line : egate("journal", "show", "--json").lines().toList()) {
      entries.add(json.readTree(line));
    }
    return entries;
  }

  private void audit() throws IOException, InterruptedException {
    String anchor = central.collector().heads().toString();
    JsonNode report =
        new ObjectMapper().readTree(egate("journal", "verify", "--json", "--anchor", anchor));
    report.path("findings").forEach(finding -> findings.add("audit: " + finding.asText()));
    if (!report.path("intact").asBoolean()) {
      findings.add("the journal is not intact");
    }
  }

  private String egate(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(System.getProperty("egate.launcher")));
    command.addAll(List.of(words));
    command.addAll(List.of("--state", state.toString()));
    Process asked =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (InputStream answer = asked.getInputStream()) {
      return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
    } finally {
      asked.waitFor();
    }
  }
}
