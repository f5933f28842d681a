package egate.bridge;

import egate.bridge.camera.Camera;
import egate.bridge.finger.FingerSensor;
import egate.bridge.reader.ChipReader;
import egate.bridge.reader.MrzReader;
import egate.bridge.serial.LineLostException;
import egate.emrtd.CardChannel;
import egate.report.Device;
import egate.report.Health;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The four devices of the serving bridge, its sole owner. One thread uses them; their health may be
 * asked for by any.
 */
final class Devices {
  private static final Duration HEALTH_EVERY = Duration.ofSeconds(5);

  private final DeviceDrivers drivers;
  private final Surroundings surroundings;
  private final Map<Device, Health> health = new ConcurrentHashMap<>();
  private @Nullable MrzReader mrzReader;
  private @Nullable ChipReader chipReader;
  private @Nullable FingerSensor fingerSensor;
  private @Nullable Camera camera;
  private Deadline nextHealth;

  Devices(DeviceDrivers drivers, Surroundings surroundings) {
    this.drivers = drivers;
    this.surroundings = surroundings;
    this.nextHealth = surroundings.in(HEALTH_EVERY);
    for (Device device : Device.values()) {
      health.put(device, Health.LOST);
    }
  }

  /** Health of each device as it was last known. */
  Map<Device, Health> health() {
    return Map.copyOf(health);
  }

  /**
   * Opens whatever is not open; to be repeated until all are.
   *
   * @return whether all four answer
   */
  boolean openAll() {
    mrzReader = opened(Device.MRZ_READER, mrzReader, drivers::mrzReader);
    chipReader = opened(Device.CHIP_READER, chipReader, drivers::chipReader);
    fingerSensor = opened(Device.FINGER_SENSOR, fingerSensor, drivers::fingerSensor);
    camera = opened(Device.CAMERA, camera, drivers::camera);
    return !health.containsValue(Health.LOST);
  }

  /** Whether each device still answers; asked for only every few seconds. */
  void checkHealth() throws DeviceLostException {
    if (nextHealth.over()) {
      nextHealth = surroundings.in(HEALTH_EVERY);
      ask(Device.MRZ_READER, open(mrzReader).health());
      ask(Device.CHIP_READER, open(chipReader).health());
      ask(Device.FINGER_SENSOR, open(fingerSensor).health());
      ask(Device.CAMERA, open(camera).health());
    }
  }

  /** The printed lines that the reader has read since it was last asked; none when it has not. */
  List<String> mrzLines() throws DeviceLostException {
    return call(Device.MRZ_READER, () -> open(mrzReader).poll());
  }

  /** A chip in the field, if one answers in time. */
  Optional<CardChannel> chip(Duration wait) throws DeviceLostException {
    return call(Device.CHIP_READER, () -> open(chipReader).poll(wait));
  }

  /** The sensor, whose calls go through {@link #call}. */
  FingerSensor fingerSensor() {
    return open(fingerSensor);
  }

  Camera camera() {
    return open(camera);
  }

  /** Speaks to a device, and remembers how it did. */
  <T> T call(Device device, Call<T> call) throws DeviceLostException {
    try {
      return call.speak();
    } catch (LineLostException e) {
      health.put(device, Health.LOST);
      throw new DeviceLostException(device, e);
    }
  }

  /** Overwrites what sensor and camera still hold, as far as they can be spoken to. */
  void clear() {
    clear(Device.FINGER_SENSOR, fingerSensor == null ? () -> {} : fingerSensor::clear);
    clear(Device.CAMERA, camera == null ? () -> {} : camera::clear);
  }

  /** Gives the devices up, so that another session can open them. */
  void close() {
    if (mrzReader != null) {
      mrzReader.close();
    }
    if (chipReader != null) {
      chipReader.close();
    }
    if (fingerSensor != null) {
      fingerSensor.close();
    }
    if (camera != null) {
      camera.close();
    }
  }

  /** One exchange with a device. */
  interface Call<T> {
    T speak() throws LineLostException;
  }

  private interface Clearing {
    void clear() throws LineLostException;
  }

  private <T> @Nullable T opened(Device device, @Nullable T open, Call<T> opening) {
    if (open != null) {
      return open;
    }
    try {
      T fresh = opening.speak();
      health.put(device, Health.OK);
      return fresh;
    } catch (LineLostException e) {
      return null; // its health says so
    }
  }

  private void ask(Device device, Health answer) throws DeviceLostException {
    health.put(device, answer);
    if (answer == Health.LOST) {
      throw new DeviceLostException(device, new LineLostException(device + " does not answer"));
    }
  }

  /** A device that is gone or was never there has nothing to clear that could be reached. */
  private void clear(Device device, Clearing clearing) {
    try {
      clearing.clear();
    } catch (LineLostException e) {
      health.put(device, Health.LOST);
    }
  }

  private static <T> T open(@Nullable T device) {
    if (device == null) {
      throw new IllegalStateException("a device is used before all were opened");
    }
    return device;
  }
}
