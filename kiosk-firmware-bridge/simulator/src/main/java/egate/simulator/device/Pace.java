package egate.simulator.device;

/** How long bytes take. */
public enum Pace {
  /** Ten bits a byte at the line's true speed. */
  REAL,
  /** As fast as the machine can. */
  FAST
}
