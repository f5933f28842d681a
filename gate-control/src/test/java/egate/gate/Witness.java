package egate.gate;

import java.util.EnumSet;
import java.util.Set;

/**
 * What an onlooker who knows none of the rules sees: sensors, verdicts and commands. The invariants
 * are checked against this, not against what the gate believes.
 *
 * @param topology what is built there
 * @param sensed what the sensors said last
 * @param unlocked the doors that can be pushed open
 * @param inService whether neither emergency nor failure reigns
 * @param servable whether no fault waits for repair
 * @param begun whether a passage was begun and has no result yet
 * @param documentAccepted whether the document of the passage was accepted
 * @param travellerAccepted whether its traveller was, after the bridge had been told to identify
 * @param identifying whether the bridge has been told to identify and has not answered
 */
record Witness(
    Topology topology,
    Sensed sensed,
    Set<Door> unlocked,
    boolean inService,
    boolean servable,
    boolean begun,
    boolean documentAccepted,
    boolean travellerAccepted,
    boolean identifying) {

  static Witness start(Topology topology) {
    Sensed nothing = Sensed.nothing(topology);
    return new Witness(topology, nothing, Set.of(), true, true, false, false, false, false);
  }

  /** After an event, before its commands. */
  Witness sees(GateEvent event, boolean late) {
    Sensed now = Hearing.heard(GateState.initial(topology, 0).with(sensed), event).sensed();
    boolean accepts =
        event instanceof GateEvent.DocumentJudged(Judgement verdict)
            && verdict == Judgement.ACCEPTED
            && begun
            && !late;
    boolean identified =
        event instanceof GateEvent.TravellerJudged(Judgement verdict)
            && verdict == Judgement.ACCEPTED
            && identifying
            && !late;
    return new Witness(
        topology,
        now,
        unlocked,
        inService && !now.emergency(),
        servable(event),
        begun,
        documentAccepted || accepts,
        travellerAccepted || identified,
        identifying && !(event instanceof GateEvent.TravellerJudged));
  }

  private boolean servable(GateEvent event) {
    return switch (event) {
      case GateEvent.LinesFailed _, GateEvent.RecordFailed _ -> false;
      case GateEvent.Tamper(boolean open) -> servable && !open;
      case GateEvent.Repaired _ -> true;
      default -> servable;
    };
  }

  /** After a command. */
  Witness sees(GateCommand command) {
    return switch (command) {
      case GateCommand.RecordBegin _ ->
          new Witness(topology, sensed, unlocked, inService, servable, true, false, false, false);
      case GateCommand.RecordResult _ ->
          new Witness(topology, sensed, unlocked, inService, servable, false, false, false, false);
      case GateCommand.Identify _ ->
          new Witness(
              topology,
              sensed,
              unlocked,
              inService,
              servable,
              begun,
              documentAccepted,
              false,
              true);
      case GateCommand.Unlock(Door door) -> withUnlocked(door, true);
      case GateCommand.Lock(Door door) -> withUnlocked(door, false);
      case GateCommand.RecordDecision _,
          GateCommand.RecordEmergency _,
          GateCommand.RecordOrder _,
          GateCommand.CallOfficer _,
          GateCommand.Show _,
          GateCommand.EndBridge _ ->
          this;
    };
  }

  /** After all commands of a step: whether the gate is in service again. */
  Witness settled() {
    return new Witness(
        topology,
        sensed,
        unlocked,
        !sensed.emergency(),
        servable,
        begun,
        documentAccepted,
        travellerAccepted,
        identifying);
  }

  private Witness withUnlocked(Door door, boolean open) {
    Set<Door> doors = EnumSet.noneOf(Door.class);
    doors.addAll(unlocked);
    boolean _ = open ? doors.add(door) : doors.remove(door);
    return new Witness(
        topology,
        sensed,
        Set.copyOf(doors),
        inService,
        servable,
        begun,
        documentAccepted,
        travellerAccepted,
        identifying);
  }
}
