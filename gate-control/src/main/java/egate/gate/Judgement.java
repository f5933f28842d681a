package egate.gate;

/** A verdict as the gate sees it: no reason, for no door depends on one. */
public enum Judgement {
  ACCEPTED,
  REFERRED,
  REFUSED,
  ABANDONED
}
