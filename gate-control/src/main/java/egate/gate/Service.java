package egate.gate;

/** What the people in charge want of the gate, whatever it is doing just now. */
public enum Service {
  /** Serve travellers. */
  OPEN,
  /** Serve nobody until the officer lets it go on. */
  HELD,
  /** Taken out of service by an officer. */
  CLOSED,
  /** In a technician's hands. */
  MAINTENANCE
}
