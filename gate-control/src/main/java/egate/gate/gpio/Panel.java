package egate.gate.gpio;

import egate.gate.GateEvent;
import egate.gate.Hand;
import egate.gate.HandOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Key switches, buttons and the cabinet's contact, as orders. A button orders when it is pressed,
 * not when it is found pressed at the start; a switch orders whenever it is found turned.
 */
final class Panel {
  /** Nobody presses a button for longer; it orders nothing more until it is let go. */
  static final Duration PRESSED_MAX = Duration.ofSeconds(60);

  private static final Set<InputLine> BUTTONS =
      EnumSet.of(InputLine.KEY_RELEASE_BACK, InputLine.KEY_REFER, InputLine.MORE_TIME);
  private static final Set<InputLine> ALL =
      EnumSet.range(InputLine.KEY_RELEASE_BACK, InputLine.MORE_TIME);

  private final Map<InputLine, Level> levels = new EnumMap<>(InputLine.class);
  private final Map<InputLine, Duration> pressed = new EnumMap<>(InputLine.class);
  private final Set<InputLine> stuck = EnumSet.noneOf(InputLine.class);
  private boolean tampered;

  /** Whether the cabinet is open, or its contact is silent. */
  boolean tampered() {
    return tampered;
  }

  /** What follows from a line's settled value. */
  List<GateEvent> look(InputLine line, Level level, Duration now) {
    Level before = levels.put(line, level);
    if (before == level) {
      return List.of();
    }
    if (line == InputLine.TAMPER) {
      return before == null && level == Level.UNKNOWN ? List.of() : tamper(level != Level.LOW);
    }
    if (!ALL.contains(line) || level == Level.UNKNOWN) {
      return List.of();
    }
    return BUTTONS.contains(line)
        ? button(line, before == Level.LOW && level == Level.HIGH, level, now)
        : turned(line, level == Level.HIGH, before == Level.HIGH);
  }

  /** Whether no button is pressed that could be found stuck. */
  boolean quiet() {
    return pressed.isEmpty();
  }

  /** Buttons that have begun or ceased to be stuck. */
  Optional<SensorFault> stuck(InputLine line, Duration now) {
    Duration since = pressed.get(line);
    boolean is = since != null && now.minus(since).compareTo(PRESSED_MAX) >= 0;
    boolean changed = is ? stuck.add(line) : stuck.remove(line);
    return changed
        ? Optional.of(new SensorFault(line, SensorFault.Kind.STUCK, is))
        : Optional.empty();
  }

  private List<GateEvent> tamper(boolean open) {
    boolean before = tampered;
    tampered = open;
    return before == open ? List.of() : List.of(new GateEvent.Tamper(open));
  }

  private List<GateEvent> button(InputLine line, boolean orders, Level level, Duration now) {
    if (level == Level.HIGH) {
      pressed.put(line, now);
    } else {
      pressed.remove(line);
    }
    HandOrder order = pressedOrder(line);
    return orders && order != null ? List.of(ordered(line, order)) : List.of();
  }

  private static @Nullable HandOrder pressedOrder(InputLine line) {
    return switch (line) {
      case KEY_RELEASE_BACK -> HandOrder.Officer.RELEASE_BACK;
      case KEY_REFER -> HandOrder.Officer.REFER;
      case MORE_TIME -> HandOrder.Officer.EXTEND_TIME;
      default -> null;
    };
  }

  /** A switch that is turned back ends nothing that another switch still asks for. */
  private List<GateEvent> turned(InputLine line, boolean on, boolean wasOn) {
    if (line == InputLine.KEY_MAINTENANCE) {
      return on || wasOn ? List.of(ordered(line, new HandOrder.Maintenance(on))) : List.of();
    }
    if (on) {
      return List.of(ordered(line, turnedOrder(line)));
    }
    List<GateEvent> events = new ArrayList<>();
    if (wasOn) {
      events.add(ordered(line, HandOrder.Officer.RESUME));
      for (InputLine other : List.of(InputLine.KEY_HOLD, InputLine.KEY_OUT_OF_SERVICE)) {
        if (levels.get(other) == Level.HIGH) {
          events.add(ordered(other, turnedOrder(other)));
        }
      }
    }
    return events;
  }

  private static HandOrder turnedOrder(InputLine line) {
    return line == InputLine.KEY_HOLD
        ? HandOrder.Officer.HOLD
        : HandOrder.Officer.TAKE_OUT_OF_SERVICE;
  }

  private static GateEvent ordered(InputLine line, HandOrder order) {
    return new GateEvent.Ordered(order, line == InputLine.MORE_TIME ? Hand.TRAVELLER : Hand.KEY);
  }
}
