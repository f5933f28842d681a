package egate.gate.gpio;

import egate.gate.Door;
import egate.gate.Lamp;
import egate.gate.Topology;
import java.util.Locale;
import java.util.Optional;

/** What the gate drives. High unlocks, lights, or beats. */
public enum OutputLine {
  ENTRY_UNLOCK,
  EXIT_UNLOCK,
  HEARTBEAT,
  LAMP_WAIT,
  LAMP_READY,
  LAMP_READING,
  LAMP_ENTER,
  LAMP_IDENTIFY,
  LAMP_LEAVE,
  LAMP_OFFICER,
  LAMP_EMERGENCY;

  /** The profile's name for it, such as {@code entry-unlock}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether a gate that is built like this has the line. */
  public Presence in(Topology topology) {
    return switch (this) {
      case ENTRY_UNLOCK, LAMP_ENTER -> Presence.neededIf(topology.doors().contains(Door.ENTRY));
      case EXIT_UNLOCK -> Presence.neededIf(topology.doors().contains(Door.EXIT));
      case HEARTBEAT, LAMP_EMERGENCY ->
          topology.doors().isEmpty() ? Presence.OPTIONAL : Presence.NEEDED;
      case LAMP_WAIT, LAMP_READY, LAMP_READING, LAMP_IDENTIFY, LAMP_LEAVE, LAMP_OFFICER ->
          Presence.NEEDED;
    };
  }

  /** The line that unlocks a door. */
  public static OutputLine of(Door door) {
    return switch (door) {
      case ENTRY -> ENTRY_UNLOCK;
      case EXIT -> EXIT_UNLOCK;
    };
  }

  /** The line of a lamp; none where the lamp means that all are dark. */
  public static Optional<OutputLine> of(Lamp lamp) {
    return switch (lamp) {
      case CLOSED -> Optional.empty();
      case WAIT -> Optional.of(LAMP_WAIT);
      case READY -> Optional.of(LAMP_READY);
      case READING -> Optional.of(LAMP_READING);
      case ENTER -> Optional.of(LAMP_ENTER);
      case IDENTIFY -> Optional.of(LAMP_IDENTIFY);
      case LEAVE -> Optional.of(LAMP_LEAVE);
      case OFFICER -> Optional.of(LAMP_OFFICER);
      case EMERGENCY -> Optional.of(LAMP_EMERGENCY);
    };
  }
}
