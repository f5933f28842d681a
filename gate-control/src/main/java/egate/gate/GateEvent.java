package egate.gate;

/** What can happen to a gate. */
public sealed interface GateEvent {

  /** What every phase answers alike, and before anything else. */
  sealed interface Alarm extends GateEvent {}

  /** What each phase answers in its own way. */
  sealed interface Course extends GateEvent {}

  /** A bridge's verdict; worth nothing from its phase's deadline on. */
  sealed interface Verdict extends Course {}

  /** A bridge owns the devices and waits for a traveller. */
  record BridgeServing() implements Course {}

  /** The serving bridge is dead; a report from it no longer counts. */
  record BridgeGone() implements Course {}

  /** A document was seen: a passage begins. */
  record DocumentPresented() implements Course {}

  /** The bridge's verdict on the document. */
  record DocumentJudged(Judgement judgement) implements Verdict {}

  /** The bridge's verdict on the traveller. */
  record TravellerJudged(Judgement judgement) implements Verdict {}

  /** The bridge asks for the document or the finger once more, within the same time. */
  record AskedAgain() implements Course {}

  /** The bridge found somebody's document left in its reader, or no longer does. */
  record DocumentLeft(boolean there) implements Course {}

  /** Results get away otherwise than before. */
  record ReportingChanged(Reporting reporting) implements Course {}

  /** A door's contacts changed, after debouncing. */
  record DoorMoved(Door door, Contact contact) implements Course {}

  /** The zone sensor changed, after debouncing. */
  record ZoneChanged(Occupancy occupancy) implements Course {}

  /** The emergency input changed. */
  record Emergency(boolean active) implements Alarm {}

  /** The cabinet was opened or closed. */
  record Tamper(boolean open) implements Alarm {}

  /** Somebody at the gate orders something. */
  record Ordered(HandOrder order, Hand by) implements Alarm {}

  /** The guard latched, or the lines' driver failed: outputs can no longer be trusted. */
  record LinesFailed() implements Alarm {}

  /** The loop stood still for so long that the relay board has dropped the locks. */
  record Stalled() implements Alarm {}

  /** An entry could not be made durable; the commands behind it were not carried out. */
  record RecordFailed() implements Alarm {}

  /** Lines and record work again, found so by the loop at start or after repair. */
  record Repaired() implements Alarm {}

  /** Time went on; sent at the latest at {@link GateState#deadline}. */
  record Tick() implements Course {}
}
