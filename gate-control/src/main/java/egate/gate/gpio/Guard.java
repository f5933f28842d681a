package egate.gate.gpio;

import egate.gate.Door;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The second opinion in front of the relays. It shares nothing with the gate's core: it reads the
 * raw inputs itself and knows two rules. Never are both doors unlocked, and the exit is unlocked
 * only while the entry is closed; an active emergency line suspends both.
 *
 * <p>What breaks a rule is refused and latches the guard: both locks fall, and no door is unlocked
 * until somebody who has looked for the cause calls {@link #reset}. An emergency still releases.
 */
public final class Guard {
  /**
   * For how long outputs may contradict the inputs before the guard stops waiting for the core: the
   * time that the design gives a silent heartbeat.
   */
  static final Duration GRACE = Duration.ofMillis(500);

  private final Lines lines;
  private final Map<InputLine, Level> inputs = new EnumMap<>(InputLine.class);
  private final Set<Door> unlocked = EnumSet.noneOf(Door.class);
  private @Nullable Duration contradictedSince;
  private @Nullable String latch;

  public Guard(Lines lines) {
    this.lines = lines;
  }

  /** Its own copy of the inputs, fed with raw values before anybody else hears them. */
  public void heard(InputLine line, Level level) {
    inputs.put(line, level);
  }

  /** Why it has latched, or empty. */
  public Optional<String> latched() {
    return Optional.ofNullable(latch);
  }

  /** Somebody has found the cause. The doors stay locked until they are unlocked anew. */
  public void reset() {
    latch = null;
    contradictedSince = null;
  }

  /**
   * Unlocks a door if the rules allow it.
   *
   * @throws LinesException when they do not, when the guard has latched, or when the line is lost
   */
  public void unlock(Door door) throws LinesException {
    String objection = objection(with(door));
    if (objection != null) {
      latch(objection);
      throw new LinesException("the guard refuses to unlock the " + door + ": " + objection);
    }
    unlocked.add(door);
    lines.set(OutputLine.of(door), true);
  }

  /** Locks a door; always allowed. */
  public void lock(Door door) throws LinesException {
    unlocked.remove(door);
    if (objection(unlocked) == null) {
      contradictedSince = null; // it is over, even if no look falls into the time in between
    }
    lines.set(OutputLine.of(door), false);
  }

  /**
   * Looks whether what is unlocked is still allowed; the loop calls it at every heartbeat.
   *
   * @throws LinesException when outputs have contradicted the inputs for {@link #GRACE}
   */
  public void check(Duration now) throws LinesException {
    String objection = objection(unlocked);
    if (objection == null) {
      contradictedSince = null;
    } else if (contradictedSince == null) {
      contradictedSince = now;
    } else if (now.minus(contradictedSince).compareTo(GRACE) >= 0) {
      latch(objection);
      throw new LinesException("the guard has locked both doors: " + objection);
    }
  }

  private Set<Door> with(Door door) {
    Set<Door> doors = EnumSet.of(door);
    doors.addAll(unlocked);
    return doors;
  }

  private @Nullable String objection(Set<Door> doors) {
    if (emergency()) {
      return null;
    }
    if (latch != null && !doors.isEmpty()) {
      return latch;
    }
    if (doors.size() > 1) {
      return "both doors would be unlocked";
    }
    return doors.contains(Door.EXIT) && !entryClosed()
        ? "the exit would be unlocked while the entry is not closed"
        : null;
  }

  /** Both locks fall even if the first cannot be driven. */
  private void latch(String why) throws LinesException {
    latch = why;
    try {
      drop(Door.ENTRY);
    } finally {
      drop(Door.EXIT);
    }
  }

  private void drop(Door door) throws LinesException {
    if (lines.drives(OutputLine.of(door))) {
      lock(door);
    }
  }

  private boolean emergency() {
    return input(InputLine.EMERGENCY) == Level.HIGH;
  }

  /** An entry that there is not cannot be open. */
  private boolean entryClosed() {
    return !lines.drives(OutputLine.ENTRY_UNLOCK)
        || (input(InputLine.ENTRY_CLOSED) == Level.HIGH
            && input(InputLine.ENTRY_OPEN) == Level.LOW);
  }

  private Level input(InputLine line) {
    return inputs.getOrDefault(line, Level.UNKNOWN);
  }
}
