package egate.gate.gpio;

import egate.gate.Contact;
import egate.gate.Door;
import egate.gate.GateEvent;
import egate.gate.Occupancy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Turns raw lines into what the gate understands: debounced, two lines at a time. An emergency that
 * begins is not debounced, for a door opened in vain is the smaller harm; one that ends is.
 *
 * <p>Knows no clock and calls nobody; one thread uses it.
 */
public final class GateSensors {
  private final Duration debounce;
  private final Duration emergencyEnd;
  private final Map<InputLine, Debounce> lines = new EnumMap<>(InputLine.class);
  private Contact entry = Contact.UNKNOWN;
  private Contact exit = Contact.UNKNOWN;
  private Occupancy zone = Occupancy.UNKNOWN;
  private boolean emergency;

  /** With the time for which a line must be stable, zero or more. */
  public GateSensors(Duration debounce) {
    this(debounce, debounce);
  }

  /** Where the driver debounces all but the emergency line, only that line's end has to wait. */
  public static GateSensors debounced(Duration emergencyEnd) {
    return new GateSensors(Duration.ZERO, emergencyEnd);
  }

  private GateSensors(Duration debounce, Duration emergencyEnd) {
    this.debounce = debounce;
    this.emergencyEnd = emergencyEnd;
  }

  /** A line changed; what follows from it at once. */
  public List<GateEvent> heard(InputLine line, Level raw, Duration now) {
    Debounce heard = of(line).heard(raw, now);
    boolean urgent = line == InputLine.EMERGENCY && raw == Level.HIGH;
    lines.put(line, urgent ? heard.settled() : heard);
    List<GateEvent> events = tick(now);
    if (line == InputLine.EMERGENCY && raw == Level.UNKNOWN) {
      events.add(new GateEvent.LinesFailed());
    }
    return events;
  }

  /** Time went on; sent at the latest at {@link #due}. */
  public List<GateEvent> tick(Duration now) {
    lines.replaceAll((line, heard) -> heard.at(now, steady(line)));
    List<GateEvent> events = new ArrayList<>();
    emergency(events);
    doors(events);
    zone(events);
    return events;
  }

  /** When a line that has changed will count, or null. */
  public @Nullable Duration due() {
    return lines.entrySet().stream()
        .map(line -> line.getValue().due(steady(line.getKey())))
        .filter(Objects::nonNull)
        .min(Duration::compareTo)
        .orElse(null);
  }

  /** A lost line neither begins nor ends an emergency; it takes the gate out of service. */
  private void emergency(List<GateEvent> events) {
    Level level = level(InputLine.EMERGENCY);
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

  private void zone(List<GateEvent> events) {
    Occupancy zoneNow =
        Channels.occupancy(level(InputLine.ZONE_EMPTY), level(InputLine.ZONE_SEVERAL));
    if (zoneNow != zone) {
      zone = zoneNow;
      events.add(new GateEvent.ZoneChanged(zone));
    }
  }

  private Duration steady(InputLine line) {
    return line == InputLine.EMERGENCY ? emergencyEnd : debounce;
  }

  private Level level(InputLine line) {
    return of(line).stable();
  }

  private Debounce of(InputLine line) {
    return lines.getOrDefault(line, Debounce.SILENT);
  }
}
