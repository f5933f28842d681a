package egate.gate;

/**
 * Why a passage did not end as passed, as far as the gate can tell. The order is the written order
 * of precedence: an earlier cause hides a later one.
 */
public enum Referral {
  /** Nothing to explain: passed. */
  NONE,
  EMERGENCY,
  /** The daemon was restarted in mid-passage. */
  RESTARTED,
  /** The daemon stood still in mid-passage, and the locks dropped. */
  STALLED,
  /** The cabinet was opened. */
  TAMPER,
  /** A line's value is missing or contradicts itself. */
  SENSOR_UNSAFE,
  /** The journal could not be written; nothing may move. */
  RECORD_UNAVAILABLE,
  DOOR_FORCED,
  /** Somebody came in through the exit. */
  WRONG_WAY,
  MORE_THAN_ONE_PERSON,
  /** An officer held the gate. */
  OFFICER_HELD,
  /** An officer took the passage over. */
  OFFICER_REFERRED,
  /** The bridge died, lied or was killed at its deadline. */
  BRIDGE_LOST,
  /** A verdict came too late. */
  VERDICT_LATE,
  /** The bridge's verdict on the document; its reasons accompany the result. */
  DOCUMENT,
  /** The bridge's verdict on the comparison; its reasons accompany the result. */
  COMPARISON,
  NOBODY_ENTERED,
  /** The traveller walked back out through the entry. */
  WENT_BACK,
  DOOR_BLOCKED,
  /** Something that is no person stays between the doors. */
  OBJECT_LEFT,
  /** The accepted traveller did not leave through the open exit in time. */
  NOBODY_LEFT
}
