package egate.daemon.diagnostics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A status as a table for people. */
public final class StatusTable {
  private final Map<String, Object> status;
  private final StringBuilder text = new StringBuilder();

  private StatusTable(Map<String, Object> status) {
    this.status = status;
  }

  /**
   * Writes the table.
   *
   * @param json what the diagnostics port answered
   * @throws IOException when that is not a status
   */
  public static String of(String json) throws IOException {
    return new StatusTable(JsonTree.object(json)).write();
  }

  private String write() {
    Map<String, Object> versions = section("versions");
    row("gate", versions.get("gate") + ": " + words("phase") + ", lamp " + words("lamp"));
    row("doors", "entry " + words("entry") + ", exit " + words("exit"));
    row("zone", words("zone") + ("true".equals(words("emergency")) ? ", EMERGENCY" : ""));
    row("devices", pairs(section("devices")));
    row("bridges", bridges());
    row("handover", pairs(section("handover_ms")) + " (ms, from a bridge's end to the next poll)");
    row("results", "last " + words("last_sequence") + ", waiting " + words("queue_depth"));
    row("uplink", uplink(section("uplink")));
    row("record", record(section("record")));
    alarms().forEach(alarm -> row("ALARM", alarm));
    if (status.containsKey("terminal")) {
      row("terminal", terminal(section("terminal")));
    }
    row("today", pairs(section("today")));
    row("clock", clock(section("clock")));
    row("data", data());
    row("versions", pairs(versions));
    return text.toString();
  }

  private void row(String name, String value) {
    text.append("%-9s %s%n".formatted(name, value));
  }

  private List<String> alarms() {
    return status.get("record") instanceof Map<?, ?> record
            && record.get("alarms") instanceof List<?> alarms
        ? alarms.stream().map(String::valueOf).toList()
        : List.of();
  }

  private String words(String key) {
    return String.valueOf(status.get(key)).replace('_', ' ');
  }

  private Map<String, Object> section(String key) {
    return status.get(key) instanceof Map<?, ?> map
        ? map.entrySet().stream()
            .collect(
                Collectors.toMap(
                    e -> String.valueOf(e.getKey()),
                    e -> (Object) String.valueOf(e.getValue()),
                    (a, _) -> a,
                    LinkedHashMap::new))
        : Map.of();
  }

  private static String pairs(Map<String, Object> section) {
    return section.entrySet().stream()
        .map(e -> e.getKey().replace('_', ' ') + " " + e.getValue())
        .collect(Collectors.joining(", "));
  }

  private String bridges() {
    List<?> bridges = status.get("bridges") instanceof List<?> list ? list : List.of();
    return bridges.isEmpty()
        ? "none"
        : bridges.stream().map(StatusTable::bridge).collect(Collectors.joining("; "));
  }

  /** What is over, and what runs out next. */
  private String data() {
    List<Map<?, ?>> clocks = new ArrayList<>();
    if (status.get("data") instanceof List<?> list) {
      list.forEach(clock -> clocks.add(clock instanceof Map<?, ?> map ? map : Map.of()));
    }
    String over =
        clocks.stream()
            .filter(clock -> "true".equals(String.valueOf(clock.get("over"))))
            .map(clock -> clock.get("name") + " is TOO OLD: " + clock.get("stops") + "; ")
            .collect(Collectors.joining());
    return over
        + clocks.stream()
            .min(Comparator.comparing(clock -> String.valueOf(clock.get("limit"))))
            .map(
                next ->
                    clocks.size()
                        + " clocks, the first runs out in "
                        + next.get("left_days")
                        + " days: "
                        + next.get("name"))
            .orElse("none that ages");
  }

  private static String bridge(Object bridge) {
    return bridge instanceof Map<?, ?> map
        ? map.get("number") + " " + map.get("state") + " (process " + map.get("pid") + ")"
        : "?";
  }

  private static String terminal(Map<String, Object> terminal) {
    return "true".equals(terminal.get("ready"))
        ? "certificates good for "
            + terminal.get("days_left")
            + " days, then chips that ask keep their fingers"
        : "NOT READY: chips that ask keep their fingers; see certificates, key and secret";
  }

  private static String record(Map<String, Object> record) {
    String full = String.valueOf(record.getOrDefault("full", ""));
    String trouble = String.valueOf(record.getOrDefault("trouble", ""));
    return (full.isEmpty() ? "" : "NO TRAVELLER IS TAKEN: " + full + "; ")
        + (trouble.isEmpty() ? "" : trouble + "; ")
        + "signed up to entry "
        + record.get("signed_entry")
        + ", of which central keeps the head up to "
        + record.get("anchored_entry")
        + ", disk "
        + record.get("free_bytes")
        + " bytes free, "
        + record.get("disk_bytes_per_passage")
        + " bytes written a passage";
  }

  private static String clock(Map<String, Object> clock) {
    return clock.get("time")
        + ", "
        + String.valueOf(clock.get("quality")).replace('_', ' ')
        + ("true".equals(clock.get("trusted")) ? "" : ", NOT TRUSTED: every document is referred");
  }

  private static String uplink(Map<String, Object> uplink) {
    String state = "true".equals(uplink.get("connected")) ? "connected" : "not connected";
    String why = String.valueOf(uplink.getOrDefault("why", ""));
    String between = why.isEmpty() ? "" : ": ";
    String text = why.startsWith(state) ? why : state + between + why;
    return text + ", acknowledged " + uplink.get("acknowledged");
  }
}
