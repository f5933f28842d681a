package egate.simulator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;

/**
 * What a run showed.
 *
 * @param travellers how many came
 * @param passages what central was told, in order
 * @param breaches moments in which the doors did what they never may, in words
 * @param leaks files outside the bridge in which a traveller's data was found
 * @param locksAtRestMillis longest time from a kill of the daemon until both locks were at rest, 0
 *     where it was not killed
 * @param handoverMillis longest time from a bridge's end until the next one polled the reader
 */
record Verdict(
    int travellers,
    List<Passage> passages,
    List<String> breaches,
    List<Path> leaks,
    long locksAtRestMillis,
    long handoverMillis) {

  private static final long REST_MILLIS_MAX = 500;

  long asExpected() {
    return passages.stream().filter(Passage::asExpected).count();
  }

  boolean good() {
    return passages.size() == travellers
        && asExpected() == travellers
        && breaches.isEmpty()
        && leaks.isEmpty()
        && locksAtRestMillis <= REST_MILLIS_MAX;
  }

  String sentence() {
    return "%d of %d as expected; %d buffered while the broker was down; doors %s; locks at rest %d ms after the daemon's death; the next bridge polled at most %d ms after the last one's end; travellers' data found in %s"
        .formatted(
            asExpected(),
            travellers,
            passages.stream().filter(p -> p.result().path("offline").asBoolean()).count(),
            breaches.isEmpty() ? "never opened both at once" : "WRONG: " + breaches,
            locksAtRestMillis,
            handoverMillis,
            leaks.isEmpty() ? "no file" : leaks);
  }

  ObjectNode toJson(ObjectMapper json) {
    ObjectNode summary = json.createObjectNode();
    summary.put("passages", passages.size());
    summary.put("as_expected", asExpected());
    summary.put("travellers", travellers);
    summary.put("door_breaches", breaches.size());
    summary.put("personal_data_leaks", leaks.size());
    summary.put("locks_at_rest_ms", locksAtRestMillis);
    summary.put("handover_ms", handoverMillis);
    return summary;
  }
}
