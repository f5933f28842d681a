package egate.gate;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything the gate remembers.
 *
 * @param topology how the gate is built; never changes
 * @param phase what the gate is doing
 * @param deadline monotonic time at which the phase must end or the gate must look anew, or null
 *     where none runs: in {@link Phase#IDLE}
 * @param current the open or last passage
 * @param sensed what the sensors said last
 * @param bridge the bridge that serves, if any
 * @param unlocked the doors that can be pushed open; in service never both
 * @param standing what lasts beyond a passage
 */
public record GateState(
    Topology topology,
    Phase phase,
    @Nullable Duration deadline,
    Passage current,
    Sensed sensed,
    Bridge bridge,
    Set<Door> unlocked,
    Standing standing) {

  /** What the gate is doing; the passage is open from READING to LEAVING. */
  public enum Phase {
    /** Nothing moves: a fault, an officer's order, or no room for results. */
    OUT_OF_SERVICE(Lamp.CLOSED, Kind.RESTING),
    /** The cabinet was opened; nothing moves until somebody has looked. */
    TAMPERED(Lamp.CLOSED, Kind.RESTING),
    /** A technician has the gate. */
    MAINTENANCE(Lamp.CLOSED, Kind.RESTING),
    /** A technician moves a door or lights a lamp, for a moment. */
    JOGGING(Lamp.CLOSED, Kind.RESTING),
    /** An officer holds the gate; both doors are locked. */
    HELD(Lamp.WAIT, Kind.RESTING),
    /** A door or the zone is not as it should be; only the world can put it right. */
    WAITING(Lamp.WAIT, Kind.RESTING),
    /** No bridge is ready to serve. */
    NO_SPARE(Lamp.WAIT, Kind.RESTING),
    /** Ready, and upstream cannot be reached: results are buffered. */
    OFFLINE(Lamp.READY, Kind.RESTING),
    /** Ready; rests until a traveller comes, be it for a night. */
    IDLE(Lamp.READY, Kind.RESTING),
    READING(Lamp.READING, Kind.PASSAGE),
    /** The document is asked for once more. */
    READING_AGAIN(Lamp.READING, Kind.PASSAGE),
    /** Entry unlocked; a person may come in. */
    ENTERING(Lamp.ENTER, Kind.PASSAGE),
    /** Entry locked behind one person, or because nobody came; it falls closed. */
    CLOSING_ENTRY(Lamp.WAIT, Kind.PASSAGE),
    IDENTIFYING(Lamp.IDENTIFY, Kind.PASSAGE),
    /** The finger is asked for once more. */
    IDENTIFYING_AGAIN(Lamp.IDENTIFY, Kind.PASSAGE),
    /** Exit unlocked, or at a kiosk: go on to the officer. */
    LEAVING(Lamp.LEAVE, Kind.PASSAGE),
    /** Referred or refused; the officer is shown, then whoever is inside is let back out. */
    OFFICER(Lamp.OFFICER, Kind.OFFICER),
    /** As OFFICER: several persons where one may be. */
    TAILGATING(Lamp.OFFICER, Kind.OFFICER),
    /** As OFFICER: a verdict or a person came too late. */
    TIMED_OUT(Lamp.OFFICER, Kind.OFFICER),
    /** As OFFICER: a door does not close. */
    DOOR_BLOCKED(Lamp.OFFICER, Kind.OFFICER),
    /** A locked door is open; nobody is let out but by the officer. */
    DOOR_FORCED(Lamp.OFFICER, Kind.OFFICER),
    /** Somebody came in through the exit; neither door opens for them. */
    WRONG_WAY(Lamp.OFFICER, Kind.OFFICER),
    /** Something stays between the doors; the officer fetches it. */
    OBJECT_LEFT(Lamp.OFFICER, Kind.OFFICER),
    /** A document stays in the reader; the officer fetches it. */
    DOCUMENT_LEFT(Lamp.OFFICER, Kind.RESTING),
    /** The result is recorded; the bridge clears the devices and dies. */
    ENDING(Lamp.WAIT, Kind.PASSAGE),
    /** All doors released, whatever else happens. */
    EMERGENCY(Lamp.EMERGENCY, Kind.RESTING);

    private enum Kind {
      RESTING,
      PASSAGE,
      OFFICER
    }

    private final Lamp lamp;
    private final Kind kind;

    Phase(Lamp lamp, Kind kind) {
      this.lamp = lamp;
      this.kind = kind;
    }

    /** Whether no passage is open and the phase lasts until something happens. */
    public boolean resting() {
      return kind == Kind.RESTING;
    }

    /** Whether the officer is shown. */
    public boolean officer() {
      return kind == Kind.OFFICER;
    }

    /** Whether the next traveller may present a document. */
    public boolean ready() {
      return lamp == Lamp.READY;
    }

    /** What the lamps show in it. */
    public Lamp lamp() {
      return lamp;
    }
  }

  /** By then a gate that was switched on has its bridge, or calls the officer. */
  private static final Duration FIRST_LOOK = Duration.ofMinutes(1);

  public GateState {
    unlocked = Set.copyOf(unlocked);
  }

  /** A gate that has just been switched on, at monotonic time zero, and has heard nothing yet. */
  public static GateState initial(Topology topology, long lastPassage) {
    return new GateState(
        topology,
        Phase.WAITING,
        FIRST_LOOK,
        new Passage(lastPassage, false, Whereabouts.OUTSIDE, false),
        Sensed.nothing(topology),
        Bridge.NONE,
        Set.of(),
        Standing.GOOD);
  }

  /** Number of the open or last passage. */
  public long passage() {
    return current.number();
  }

  /** The entry's contacts as last heard. */
  public Contact entry() {
    return sensed.entry();
  }

  /** The exit's contacts as last heard. */
  public Contact exit() {
    return sensed.exit();
  }

  /** The zone sensor as last heard. */
  public Occupancy zone() {
    return sensed.zone();
  }

  /** Whether the emergency input is active. */
  public boolean emergency() {
    return sensed.emergency();
  }

  /** Whether a bridge waits for a traveller or serves one. */
  public boolean bridgeServing() {
    return bridge != Bridge.NONE;
  }

  /** Whether lines or record failed and nobody has found them repaired. */
  public boolean failed() {
    return standing.fault() == Fault.FAILED;
  }

  /** What the lamps show in this phase. */
  public Lamp lamp() {
    return phase.lamp();
  }

  /** Whether doors and zone are as they must be before the next traveller. */
  boolean clear() {
    return Safety.clear(topology, sensed);
  }

  boolean overdue(Duration now) {
    return deadline != null && now.compareTo(deadline) >= 0;
  }

  GateState with(Phase next, @Nullable Duration until) {
    return new GateState(topology, next, until, current, sensed, bridge, unlocked, standing);
  }

  GateState with(Passage passage) {
    return new GateState(topology, phase, deadline, passage, sensed, bridge, unlocked, standing);
  }

  GateState with(Sensed heard) {
    return new GateState(topology, phase, deadline, current, heard, bridge, unlocked, standing);
  }

  GateState with(Bridge serving) {
    return new GateState(topology, phase, deadline, current, sensed, serving, unlocked, standing);
  }

  GateState with(Standing lasting) {
    return new GateState(topology, phase, deadline, current, sensed, bridge, unlocked, lasting);
  }

  GateState withUnlocked(Door door, boolean open) {
    Set<Door> doors = EnumSet.noneOf(Door.class);
    doors.addAll(unlocked);
    boolean _ = open ? doors.add(door) : doors.remove(door);
    return new GateState(topology, phase, deadline, current, sensed, bridge, doors, standing);
  }
}
