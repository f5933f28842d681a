package egate.daemon;

import egate.report.Device;
import egate.report.Health;
import egate.report.Reason;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** What was last heard of each device; a device of which nothing was heard is not in it. */
final class DeviceTable {
  private final Map<Device, Health> health = new EnumMap<>(Device.class);

  void put(Device device, Health value) {
    health.put(device, value);
  }

  /** A bridge failed; where the reason is a device, that device is lost. */
  void note(Reason reason) {
    switch (reason) {
      case MRZ_READER_LOST -> put(Device.MRZ_READER, Health.LOST);
      case CHIP_READER_LOST -> put(Device.CHIP_READER, Health.LOST);
      case FINGER_SENSOR_LOST -> put(Device.FINGER_SENSOR, Health.LOST);
      case CAMERA_LOST -> put(Device.CAMERA, Health.LOST);
      default -> {
        // Every other reason says nothing of a device.
      }
    }
  }

  Map<Device, Health> snapshot() {
    return Collections.unmodifiableMap(new EnumMap<>(health));
  }
}
