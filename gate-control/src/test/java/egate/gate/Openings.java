package egate.gate;

import org.jspecify.annotations.Nullable;

/** What must hold when a door is unlocked; each violation is one sentence. */
final class Openings {
  private Openings() {}

  /**
   * What is wrong with an opening, or null.
   *
   * @param before the command right before it, if any
   * @param from the phase in which the gate was
   */
  static @Nullable String wrong(
      Witness seen, Door door, @Nullable GateCommand before, GateState.Phase from) {
    if (!seen.topology().doors().contains(door)) {
      return "a door opens that is not there";
    }
    if (!seen.inService()) {
      return null;
    }
    return switch (before) {
      case GateCommand.RecordDecision(long _, Door decided) when decided == door ->
          door == Door.ENTRY ? entry(seen, from) : exit(seen);
      case GateCommand.RecordOrder(HandOrder.JogDoor(Door jogged), Hand _, boolean heeded)
          when heeded && jogged == door ->
          jog(seen, from);
      case GateCommand.RecordOrder(HandOrder order, Hand _, boolean heeded)
          when heeded && order == HandOrder.Officer.RELEASE_BACK && door == Door.ENTRY ->
          seen.begun() ? "an order opens the entry in a passage" : entry(seen, from);
      case null, default -> "a door opens without a decision recorded right before";
    };
  }

  /** Which events may lead to an opening at all; no message from outside is among them. */
  static boolean mayFollow(GateEvent event) {
    return switch (event) {
      case GateEvent.Verdict _, GateEvent.DoorMoved _, GateEvent.ZoneChanged _, GateEvent.Tick _ ->
          true;
      case GateEvent.Emergency(boolean active) -> active;
      // In an emergency alone: whatever else was unlocked stays locked.
      case GateEvent.Stalled _ -> true;
      case GateEvent.Ordered(HandOrder order, Hand _) ->
          order == HandOrder.Officer.RELEASE_BACK || order instanceof HandOrder.JogDoor;
      case GateEvent.BridgeServing _,
          GateEvent.BridgeGone _,
          GateEvent.DocumentPresented _,
          GateEvent.DocumentLeft _,
          GateEvent.AskedAgain _,
          GateEvent.ReportingChanged _,
          GateEvent.LinesFailed _,
          GateEvent.RecordFailed _,
          GateEvent.Repaired _,
          GateEvent.Tamper _ ->
          false;
    };
  }

  /** Inwards for an accepted traveller, or back outwards once the result is recorded. */
  private static @Nullable String entry(Witness seen, GateState.Phase from) {
    if (seen.begun() && !seen.documentAccepted()) {
      return "the entry opens without an accepted document";
    }
    boolean compared = seen.topology() == Topology.ONE_STEP;
    if (seen.begun() && compared && !seen.travellerAccepted()) {
      return "the entry opens without an accepted traveller";
    }
    if (from == GateState.Phase.WRONG_WAY) {
      return "the entry opens for somebody who came in through the exit";
    }
    return seen.sensed().exit() == Contact.CLOSED
        ? null
        : "the entry opens while the exit is not closed";
  }

  private static @Nullable String exit(Witness seen) {
    if (!seen.documentAccepted()) {
      return "the exit opens without an accepted document";
    }
    if (!seen.travellerAccepted()) {
      return "the exit opens without an accepted traveller";
    }
    boolean alone = seen.sensed().zone() == Occupancy.ONE;
    return alone && seen.sensed().entry() == Contact.CLOSED
        ? null
        : "the exit opens without exactly one person behind a closed entry";
  }

  private static @Nullable String jog(Witness seen, GateState.Phase from) {
    boolean still = from == GateState.Phase.MAINTENANCE && seen.unlocked().isEmpty();
    return still && !seen.begun() && seen.sensed().empty()
        ? null
        : "a door moves by hand in a gate that is not out of service and empty";
  }
}
