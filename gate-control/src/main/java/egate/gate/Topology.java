package egate.gate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How a gate is built, in the words of Frontex's guidelines on automated border control. The
 * profile says which one it is.
 *
 * <p>Deliberately absent: the segregated two-step gate, whose two halves stand apart. It would have
 * to hand the traveller's identity over from one process to another, and nothing that could do so
 * ever leaves the bridge.
 */
public enum Topology {
  /** Document before the entry, comparison in the mantrap. */
  INTEGRATED_TWO_STEP,
  /** Document and comparison before the entry; the mantrap makes sure that one person passes. */
  ONE_STEP,
  /** Document and comparison before the one door, which is the exit; its zone lies before it. */
  SINGLE_DOOR,
  /** No door and no zone: the kiosk reads and compares, and the officer behind it lets pass. */
  KIOSK_WITH_OFFICER;

  private static final Set<Door> BOTH = Set.of(Door.ENTRY, Door.EXIT);
  private static final Set<Door> ONE = Set.of(Door.EXIT);

  /** The doors that it has, none of them both unlocked with the other while in service. */
  public Set<Door> doors() {
    return switch (this) {
      case INTEGRATED_TWO_STEP, ONE_STEP -> BOTH;
      case SINGLE_DOOR -> ONE;
      case KIOSK_WITH_OFFICER -> Set.of();
    };
  }

  /** Whether a traveller can be between two doors. */
  public boolean mantrap() {
    return doors().contains(Door.ENTRY);
  }

  /** Whether persons are counted by a zone sensor. */
  public boolean zone() {
    return !doors().isEmpty();
  }

  /** The one of a name in a profile, if there is any. */
  public static Optional<Topology> of(String key) {
    return Arrays.stream(values()).filter(topology -> topology.key().equals(key)).findFirst();
  }

  /** The profile's name for it, such as {@code one-step}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
