package egate.bridge.finger;

import egate.biometric.GreyImage;
import egate.bridge.serial.LineLostException;
import egate.report.Health;
import java.time.Duration;
import java.util.Optional;

/** A fingerprint sensor, used by the one thread that opened it. */
public interface FingerSensor extends AutoCloseable {

  /**
   * Waits for a finger and captures it; the transfer that follows is bounded by the line's speed.
   *
   * @param timeout how long to wait for a finger
   * @return the image, 500 pixels an inch; none when no finger came in time
   * @throws LineLostException when the sensor is gone or answers nothing
   */
  Optional<GreyImage> capture(Duration timeout) throws LineLostException;

  /**
   * Whether a finger lies on the sensor now; nothing is transferred.
   *
   * @throws LineLostException when the sensor is gone or answers nothing
   */
  boolean fingerPresent() throws LineLostException;

  /**
   * Overwrites the image that the sensor itself still holds.
   *
   * @throws LineLostException when that could not be confirmed
   */
  void clear() throws LineLostException;

  /** Asks the sensor now, for at most a second; lost is a value here. */
  Health health();

  @Override
  void close();
}
