package egate.daemon.config;

import egate.gate.gpio.GateWiring;

/**
 * How doors, lamps and sensors are wired.
 *
 * @param provider name of the driver
 * @param chip the driver's chip: a label, or for the simulated driver a socket relative to the
 *     state folder
 * @param debounceMillis an input counts once it has been steady this long, 1..200 ms
 * @param heartbeatMillis time between two changes of the heartbeat line, 20..200 ms: well below the
 *     500 ms after which a relay board drops both locks
 * @param wiring which line does what
 */
public record GateLines(
    String provider, String chip, int debounceMillis, int heartbeatMillis, GateWiring wiring) {
  static final Range DEBOUNCE_MILLIS = Range.of(1, 200);
  static final Range HEARTBEAT_MILLIS = Range.of(20, 200);
  static final Range LINE = Range.of(0, 1_023);

  public GateLines {
    DEBOUNCE_MILLIS.require("debounceMillis", debounceMillis);
    HEARTBEAT_MILLIS.require("heartbeatMillis", heartbeatMillis);
  }
}
