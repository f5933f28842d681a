package egate.daemon.journal;

import java.util.List;
import java.util.stream.Stream;

/** Everything that a gate keeps. */
public record RecordStores(Journal journal, Outbox outbox, Telemetry telemetry, Anchor anchor) {

  /** What a person has to look at, though the gate goes on; a line each. */
  List<String> alarms() {
    return Stream.of(outbox.alarm(), journal.alarm(anchor))
        .filter(line -> !line.isEmpty())
        .toList();
  }
}
