package egate.gate;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything the gate remembers.
 *
 * @param phase what the gate is doing
 * @param deadline monotonic time at which the phase must end, or null where none runs: in the
 *     resting phases (see {@link Phase#resting})
 * @param current the open or last passage
 * @param sensed what the sensors said last
 * @param bridge the bridge that serves, if any
 * @param unlocked the doors that can be pushed open; in service never both
 * @param failed whether lines or record failed and nobody has found them repaired
 */
public record GateState(
    Phase phase,
    @Nullable Duration deadline,
    Passage current,
    Sensed sensed,
    Bridge bridge,
    Set<Door> unlocked,
    boolean failed) {

  /** What the gate is doing; the passage is open from READING to LEAVING. */
  public enum Phase {
    /** Nothing moves: a line or the record failed. Rests until somebody repairs it. */
    OUT_OF_SERVICE(Lamp.CLOSED, true),
    /**
     * No bridge serves, or a door or the zone is not as it should be. Rests, for both doors are
     * locked and only the world can put it right.
     */
    WAITING(Lamp.WAIT, true),
    /** Rests until a traveller comes, be it for a night. */
    IDLE(Lamp.READY, true),
    READING(Lamp.READING, false),
    /** Entry unlocked; a person may come in. */
    ENTERING(Lamp.ENTER, false),
    /** Entry locked behind one person, or because nobody came; it falls closed. */
    CLOSING_ENTRY(Lamp.WAIT, false),
    IDENTIFYING(Lamp.IDENTIFY, false),
    /** Exit unlocked. */
    LEAVING(Lamp.LEAVE, false),
    /** Referred or refused; the officer is shown, then whoever is inside is let back out. */
    OFFICER(Lamp.OFFICER, false),
    /** The result is recorded; the bridge clears the devices and dies. */
    ENDING(Lamp.WAIT, false),
    /** Both doors released, whatever else happens. Rests until the emergency is over. */
    EMERGENCY(Lamp.EMERGENCY, true);

    private final Lamp lamp;
    private final boolean resting;

    Phase(Lamp lamp, boolean resting) {
      this.lamp = lamp;
      this.resting = resting;
    }

    /** Whether the phase may last for ever, and so has no deadline. */
    public boolean resting() {
      return resting;
    }
  }

  public GateState {
    unlocked = Set.copyOf(unlocked);
  }

  /** A gate that has just been switched on and has heard nothing yet. */
  public static GateState initial(long lastPassage) {
    return new GateState(
        Phase.WAITING,
        null,
        new Passage(lastPassage, false, Whereabouts.OUTSIDE),
        Sensed.NOTHING,
        Bridge.NONE,
        Set.of(),
        false);
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

  /** What the lamps show in this phase. */
  public Lamp lamp() {
    return phase.lamp;
  }

  boolean overdue(Duration now) {
    return deadline != null && now.compareTo(deadline) >= 0;
  }

  GateState with(Phase next, @Nullable Duration until) {
    return new GateState(next, until, current, sensed, bridge, unlocked, failed);
  }

  GateState with(Passage passage) {
    return new GateState(phase, deadline, passage, sensed, bridge, unlocked, failed);
  }

  GateState with(Sensed heard) {
    return new GateState(phase, deadline, current, heard, bridge, unlocked, failed);
  }

  GateState with(Bridge serving) {
    return new GateState(phase, deadline, current, sensed, serving, unlocked, failed);
  }

  GateState with(Set<Door> open) {
    return new GateState(phase, deadline, current, sensed, bridge, open, failed);
  }

  GateState with(boolean broken) {
    return new GateState(phase, deadline, current, sensed, bridge, unlocked, broken);
  }
}
