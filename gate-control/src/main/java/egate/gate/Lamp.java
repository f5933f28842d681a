package egate.gate;

/** What the gate's lamps show; exactly one at a time. A refusal never shows which check failed. */
public enum Lamp {
  /** Closed: out of service, or nobody serves. */
  CLOSED,
  /** Wait: a bridge is being made ready, or a door falls closed. */
  WAIT,
  /** Green: present a document. */
  READY,
  /** Hold the document still. */
  READING,
  /** Walk in. */
  ENTER,
  /** Stand in the mantrap: finger and camera. */
  IDENTIFY,
  /** Walk out. */
  LEAVE,
  /** Go to, or wait for, the officer. */
  OFFICER,
  /** Emergency: doors are released. */
  EMERGENCY
}
