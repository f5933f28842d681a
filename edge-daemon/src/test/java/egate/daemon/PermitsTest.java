package egate.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egate.report.GuidanceCode;
import egate.report.Report;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The whole table: every report in every state. */
class PermitsTest {

  @Test
  void exactlyTheseReportsArePermitted() {
    Map<String, Set<String>> expected =
        Map.of(
            "starting", Set.of(),
            "rehearsing", Set.of("ready", "failed"),
            "spare", Set.of("failed"),
            "OPENING", Set.of("health", "failed", "WAIT", "PRESENT_DOCUMENT"),
            "WAITING", Set.of("health", "failed", "WAIT", "PRESENT_DOCUMENT", "HOLD_DOCUMENT"),
            "READING",
                Set.of(
                    "health",
                    "failed",
                    "WAIT",
                    "HOLD_DOCUMENT",
                    "PRESENT_DOCUMENT_AGAIN",
                    "document"),
            "JUDGED", Set.of("health", "failed", "WAIT"),
            "IDENTIFYING",
                Set.of(
                    "health",
                    "failed",
                    "WAIT",
                    "PLACE_FINGER",
                    "PLACE_FINGER_AGAIN",
                    "LOOK_AT_CAMERA",
                    "LOOK_UP",
                    "STEP_CLOSER",
                    "ONE_PERSON_ONLY",
                    "traveller"),
            "COMPARED", Set.of("health", "failed", "WAIT"),
            "dead", Set.of());

    assertEquals(expected, table());
  }

  private static Map<String, Set<String>> table() {
    Map<String, Set<String>> table = new TreeMap<>();
    states().forEach((name, state) -> table.put(name, permitted(state)));
    return table;
  }

  private static Set<String> permitted(BridgeState state) {
    Set<String> names = new TreeSet<>();
    reports()
        .forEach(
            (name, report) -> {
              if (Permits.allow(state, report)) {
                names.add(name);
              }
            });
    return names;
  }

  private static Map<String, BridgeState> states() {
    Map<String, BridgeState> states = new TreeMap<>();
    states.put("starting", new BridgeState.Starting(Duration.ZERO));
    states.put("rehearsing", new BridgeState.Rehearsing(Duration.ZERO));
    states.put("spare", new BridgeState.Spare(BridgeYard.VERSIONS));
    states.put("dead", new BridgeState.Dead());
    for (ServiceStep step : ServiceStep.values()) {
      states.put(step.name(), new BridgeState.Serving(step, Duration.ZERO));
    }
    return states;
  }

  private static Map<String, Report> reports() {
    Map<String, Report> reports = new TreeMap<>();
    reports.put("ready", Reports.ready(1));
    reports.put("failed", Reports.FINGER_SENSOR_LOST);
    reports.put("health", Reports.HEALTHY);
    reports.put("document", Reports.ACCEPTED_DOCUMENT);
    reports.put("traveller", Reports.ACCEPTED_TRAVELLER);
    Stream.of(GuidanceCode.values())
        .forEach(code -> reports.put(code.name(), new Report.Guidance(code)));
    return reports;
  }

  @Test
  void aVerdictIsGivenOnce() {
    for (Report verdict : List.of(Reports.ACCEPTED_DOCUMENT, Reports.ACCEPTED_TRAVELLER)) {
      for (ServiceStep step : ServiceStep.values()) {
        BridgeState before = new BridgeState.Serving(step, Duration.ZERO);
        BridgeState after = new BridgeState.Serving(Permits.after(step, verdict), Duration.ZERO);
        assertEquals(false, Permits.allow(before, verdict) && Permits.allow(after, verdict));
      }
    }
  }
}
