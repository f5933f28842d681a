package egate.gate.gpio;

import egate.gate.Contact;
import egate.gate.Door;
import egate.gate.GateEvent;
import egate.gate.Occupancy;
import egate.gate.Topology;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns raw lines into what the gate understands: debounced, two lines at a time, and only as far
 * as they can be believed. An emergency that begins is not debounced, for a door opened in vain is
 * the smaller harm; one that ends is.
 *
 * <p>Knows no clock and calls nobody; one thread uses it.
 */
public final class GateSensors {
  private final Duration debounce;
  private final Duration emergencyEnd;
  private final boolean mantrap;
  private final Map<InputLine, Debounce> lines = new EnumMap<>(InputLine.class);
  private final Plausibility plausibility;
  private final Panel panel = new Panel();
  private Contact entry = Contact.UNKNOWN;
  private Contact exit = Contact.UNKNOWN;
  private Occupancy zone = Occupancy.UNKNOWN;
  private boolean emergency;

  /** Whether nothing follows from time alone. */
  private boolean quiet;

  /** As of a two-door gate whose doors take no longer than five seconds. */
  public GateSensors(Duration debounce) {
    this(debounce, debounce, Topology.INTEGRATED_TWO_STEP, Duration.ofSeconds(5));
  }

  /**
   * Over lines that have not been heard yet.
   *
   * @param debounce for how long a line must be steady, zero where the driver sees to it
   * @param emergencyEnd for how long the emergency line must be low, which no driver debounces
   * @param travel how long a door may be between its two contacts
   */
  public GateSensors(Duration debounce, Duration emergencyEnd, Topology topology, Duration travel) {
    this.debounce = debounce;
    this.emergencyEnd = emergencyEnd;
    this.mantrap = topology.mantrap();
    this.plausibility = new Plausibility(travel);
  }

  /** A line changed; what follows from it at once. */
  public List<GateEvent> heard(InputLine line, Level raw, Duration now) {
    Debounce heard = of(line).heard(raw, now);
    boolean urgent = line == InputLine.EMERGENCY && raw == Level.HIGH;
    plausibility.heard(line, raw, now);
    Debounce next = urgent ? heard.settled() : heard;
    if (next.stable() != of(line).stable()) {
      plausibility.settles(line);
    }
    lines.put(line, next);
    List<GateEvent> events = look(now);
    if (line == InputLine.EMERGENCY && raw == Level.UNKNOWN) {
      events.add(new GateEvent.LinesFailed());
    }
    return events;
  }

  /** Time went on; sent at the latest at {@link #due}. */
  public List<GateEvent> tick(Duration now) {
    return quiet ? List.of() : look(now);
  }

  private List<GateEvent> look(Duration now) {
    for (Map.Entry<InputLine, Debounce> entry : lines.entrySet()) {
      Debounce later = entry.getValue().at(now, steady(entry.getKey()));
      if (later.stable() != entry.getValue().stable()) {
        plausibility.settles(entry.getKey());
      }
      entry.setValue(later);
    }
    plausibility.look(lines, now);
    List<GateEvent> events = new ArrayList<>();
    emergency(events);
    doors(events);
    zone(events, now);
    lines.keySet().forEach(line -> panel(line, events, now));
    quiet = settled() && plausibility.quiet() && panel.quiet();
    return events;
  }

  /** Lines that have ceased to be believed since the last call, or are believed again. */
  public List<SensorFault> faults() {
    return plausibility.told();
  }

  /** Whether something lies in the document reader, as far as there is a line that tells. */
  public boolean documentPresent() {
    return level(InputLine.DOCUMENT_PRESENT) == Level.HIGH;
  }

  /** Whether a technician may call the gate repaired: every line is believed, the cabinet shut. */
  public boolean sound() {
    return !panel.tampered() && plausibility.sound();
  }

  /** When a line that has changed will count, or null. */
  public @Nullable Duration due() {
    if (quiet) {
      return null;
    }
    return lines.entrySet().stream()
        .map(line -> line.getValue().due(steady(line.getKey())))
        .filter(Objects::nonNull)
        .min(Duration::compareTo)
        .orElse(null);
  }

  /** A lost line neither begins nor ends an emergency; it takes the gate out of service. */
  private void emergency(List<GateEvent> events) {
    Level level = of(InputLine.EMERGENCY).stable();
    boolean active = level == Level.UNKNOWN ? emergency : level == Level.HIGH;
    if (active != emergency) {
      emergency = active;
      events.add(new GateEvent.Emergency(active));
    }
  }

  private void doors(List<GateEvent> events) {
    Contact entryNow = Channels.contact(level(InputLine.ENTRY_CLOSED), level(InputLine.ENTRY_OPEN));
    if (entryNow != entry) {
      entry = entryNow;
      events.add(new GateEvent.DoorMoved(Door.ENTRY, entry));
    }
    Contact exitNow = Channels.contact(level(InputLine.EXIT_CLOSED), level(InputLine.EXIT_OPEN));
    if (exitNow != exit) {
      exit = exitNow;
      events.add(new GateEvent.DoorMoved(Door.EXIT, exit));
    }
  }

  private void zone(List<GateEvent> events, Duration now) {
    Occupancy said =
        Channels.occupancy(level(InputLine.ZONE_EMPTY), level(InputLine.ZONE_SEVERAL), object());
    boolean shut = mantrap && entry == Contact.CLOSED && exit == Contact.CLOSED;
    Occupancy zoneNow = plausibility.zone(said, shut, now);
    if (zoneNow != zone) {
      zone = zoneNow;
      events.add(new GateEvent.ZoneChanged(zone));
    }
  }

  private void panel(InputLine line, List<GateEvent> events, Duration now) {
    List<GateEvent> ordered = panel.look(line, level(line), now);
    events.addAll(ordered);
    plausibility.tell(panel.stuck(line, now));
    if (line == InputLine.TAMPER && !ordered.isEmpty()) {
      plausibility.tell(
          Optional.of(new SensorFault(line, SensorFault.Kind.OPENED, panel.tampered())));
    }
  }

  private boolean settled() {
    return lines.values().stream().allMatch(line -> line.candidate() == line.stable());
  }

  /** A sensor without such a line does not tell objects from persons. */
  private Level object() {
    return lines.containsKey(InputLine.ZONE_OBJECT) ? level(InputLine.ZONE_OBJECT) : Level.LOW;
  }

  private Duration steady(InputLine line) {
    return line == InputLine.EMERGENCY ? emergencyEnd : debounce;
  }

  private Level level(InputLine line) {
    return plausibility.believed(line, of(line).stable());
  }

  private Debounce of(InputLine line) {
    return lines.getOrDefault(line, Debounce.SILENT);
  }
}
