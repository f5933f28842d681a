package egate.gate.gpio;

import egate.gate.Occupancy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which lines are believed, and which are not, and why. What is not believed is unknown. */
final class Plausibility {
  private static final Set<InputLine> CONTACTS =
      EnumSet.range(InputLine.ENTRY_CLOSED, InputLine.EXIT_OPEN);

  private final Map<InputLine, Restlessness> lines = new EnumMap<>(InputLine.class);
  private final Map<List<InputLine>, TwoChannels> pairs;
  private final ZoneStory story = new ZoneStory();
  private final Set<InputLine> settled = EnumSet.noneOf(InputLine.class);
  private final Set<SensorFault> lasting = new HashSet<>();
  private final List<SensorFault> told = new ArrayList<>();

  /**
   * @param travel how long a door may be between its two contacts
   */
  Plausibility(Duration travel) {
    pairs =
        Map.of(
            List.of(InputLine.ENTRY_CLOSED, InputLine.ENTRY_OPEN),
            new TwoChannels(InputLine.ENTRY_CLOSED, InputLine.ENTRY_OPEN, travel),
            List.of(InputLine.EXIT_CLOSED, InputLine.EXIT_OPEN),
            new TwoChannels(InputLine.EXIT_CLOSED, InputLine.EXIT_OPEN, travel),
            List.of(InputLine.ZONE_EMPTY, InputLine.ZONE_SEVERAL),
            new TwoChannels(InputLine.ZONE_EMPTY, InputLine.ZONE_SEVERAL, null),
            List.of(InputLine.ZONE_EMPTY, InputLine.ZONE_OBJECT),
            new TwoChannels(InputLine.ZONE_EMPTY, InputLine.ZONE_OBJECT, null));
  }

  /** A raw value arrived. */
  void heard(InputLine line, Level raw, Duration now) {
    tell(of(line).heard(raw, now));
    if (CONTACTS.contains(line)) {
      story.doorMoves(now);
    }
  }

  /** A line's value has come to count since the last look. */
  void settles(InputLine line) {
    settled.add(line);
  }

  /** Looks at every line after debouncing. */
  void look(Map<InputLine, Debounce> now, Duration at) {
    now.forEach((line, _) -> tell(of(line).look(settled.contains(line), at)));
    settled.clear();
    pairs.forEach(
        (pair, channels) -> tell(channels.look(level(now, pair, 0), level(now, pair, 1), at)));
  }

  /** The zone as far as it is believed. */
  Occupancy zone(Occupancy said, boolean shut, Duration now) {
    tell(story.look(said, shut, now));
    return story.believed(said);
  }

  /** A line that bounces is not believed; an emergency is believed even then. */
  Level believed(InputLine line, Level stable) {
    return line != InputLine.EMERGENCY && of(line).bounces() ? Level.UNKNOWN : stable;
  }

  /** Notes a fault that was found elsewhere. */
  void tell(Optional<SensorFault> fault) {
    fault.ifPresent(
        found -> {
          told.add(found);
          SensorFault begun = new SensorFault(found.line(), found.kind(), true);
          boolean _ = found.begins() ? lasting.add(begun) : lasting.remove(begun);
        });
  }

  /** What has begun or ended since the last call. */
  List<SensorFault> told() {
    List<SensorFault> all = List.copyOf(told);
    told.clear();
    return all;
  }

  /** Whether time alone brings nothing to light. */
  boolean quiet() {
    return lines.values().stream().allMatch(Restlessness::quiet)
        && pairs.values().stream().allMatch(TwoChannels::quiet)
        && story.quiet();
  }

  /** Whether no fault lasts. */
  boolean sound() {
    return lasting.isEmpty();
  }

  private Level level(Map<InputLine, Debounce> now, List<InputLine> pair, int index) {
    InputLine line = pair.get(index);
    return believed(line, now.getOrDefault(line, Debounce.SILENT).stable());
  }

  private Restlessness of(InputLine line) {
    return lines.computeIfAbsent(line, Restlessness::new);
  }
}
