package egate.daemon;

import egate.gate.GateCommand;
import egate.gate.GateEvent;
import egate.gate.Topology;
import egate.gate.gpio.GateActuators;
import egate.gate.gpio.GateSensors;
import egate.gate.gpio.Guard;
import egate.gate.gpio.Heartbeat;
import egate.gate.gpio.Lines;
import egate.gate.gpio.LinesException;
import egate.gate.gpio.OutputLine;
import egate.gate.gpio.SensorFault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Sensors, guard, actuators and heartbeat as the loop uses them; only the loop's thread calls them.
 *
 * <p>The guard hears every raw value before the sensors' debouncing does, and looks at what is
 * unlocked at every beat.
 */
final class GateHardware implements AutoCloseable {
  private final Lines lines;
  private final Guard guard;
  private final GateActuators actuators;
  private final GateSensors sensors;
  private Heartbeat heartbeat;
  private volatile boolean closed;

  /**
   * Over lines that are open and at rest.
   *
   * @param travel how long a door may be between its two contacts
   */
  GateHardware(
      Lines lines, Duration debounce, Topology topology, Duration travel, Heartbeat heartbeat) {
    this.lines = lines;
    this.guard = new Guard(lines);
    this.actuators = new GateActuators(guard, lines);
    this.sensors =
        new GateSensors(lines.debounced() ? Duration.ZERO : debounce, debounce, topology, travel);
    this.heartbeat = heartbeat;
  }

  /** A line changed; what follows at once. */
  List<GateEvent> heard(LoopEvent.Line change, Duration now) {
    guard.heard(change.line(), change.level());
    return sensors.heard(change.line(), change.level(), now);
  }

  /** Time went on; what was steady long enough to count. */
  List<GateEvent> tick(Duration now) {
    return sensors.tick(now);
  }

  /** Lines that have ceased to be believed since the last call, or are believed again. */
  List<SensorFault> faults() {
    return sensors.faults();
  }

  /** Whether something lies in the document reader. */
  boolean documentPresent() {
    return sensors.documentPresent();
  }

  /**
   * A technician says that all is well: the guard is reset where no line contradicts that.
   *
   * @return false where one does
   */
  boolean repaired() {
    boolean sound = sensors.sound();
    if (sound) {
      guard.reset();
    }
    return sound;
  }

  /** When {@link #tick} or {@link #beat} has something to do. */
  Duration due() {
    Duration sensed = sensors.due();
    Duration beat = heartbeat.due();
    return sensed == null || beat.compareTo(sensed) <= 0 ? beat : sensed;
  }

  /**
   * Changes the heartbeat line if that is due, so that the relay board keeps the locks powered.
   *
   * @throws LinesException when the guard has just latched or the line is lost
   */
  void beat(Duration now) throws LinesException {
    if (heartbeat.isDue(now)) {
      heartbeat = heartbeat.beaten(now);
      if (lines.drives(OutputLine.HEARTBEAT)) {
        lines.set(OutputLine.HEARTBEAT, heartbeat.level());
      }
      guard.check(now);
    }
  }

  /** Whether the heart has been silent for so long that the relay board has dropped the locks. */
  boolean stoodStill(Duration now) {
    return heartbeat.silent(now);
  }

  /**
   * Moves a lock or changes the lamps.
   *
   * @throws LinesException when the guard refuses or a line is lost
   */
  void perform(GateCommand.Actuation actuation) throws LinesException {
    actuators.carryOut(actuation);
  }

  /** Why the guard has latched, or empty. */
  Optional<String> latched() {
    return guard.latched();
  }

  /** Both locks at rest, lamps off, heartbeat silent; the lines are given back. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      lines.close();
    }
  }
}
