package egate.gate;

/**
 * What the loop carries out, in the order given. When one that makes something durable fails, the
 * commands behind it are dropped and {@link GateEvent.RecordFailed} follows.
 */
public sealed interface GateCommand {

  /** What moves or lights something, through the guard. */
  sealed interface Actuation extends GateCommand {}

  /** Make durable that a passage began. */
  record RecordBegin(long passage) implements GateCommand {}

  /** Make durable that this door is about to be opened for this passage. */
  record RecordDecision(long passage, Door door) implements GateCommand {}

  /** Make the passage's one result durable. */
  record RecordResult(long passage, Outcome outcome, Referral cause) implements GateCommand {}

  /** Make durable that the emergency began or ended; the doors were moved before. */
  record RecordEmergency(boolean active) implements GateCommand {}

  /**
   * Make durable that somebody ordered something, before anything follows from it.
   *
   * @param heeded whether it was permitted just then
   */
  record RecordOrder(HandOrder order, Hand by, boolean heeded) implements GateCommand {}

  /** Tell the officer's desk that the gate is in this phase and needs somebody. */
  record CallOfficer(GateState.Phase phase) implements GateCommand {}

  /** Energise or release a lock so that the door can be pushed open. */
  record Unlock(Door door) implements Actuation {}

  /** Lock a door; it falls into the lock when it closes. */
  record Lock(Door door) implements Actuation {}

  /** Change the lamps. */
  record Show(Lamp lamp) implements Actuation {}

  /** Let the bridge capture and compare. */
  record Identify() implements GateCommand {}

  /** The serving bridge is to clear the devices and end; the supervisor makes sure that it does. */
  record EndBridge() implements GateCommand {}
}
