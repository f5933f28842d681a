package egate.bridge;

import egate.report.Device;
import egate.report.Reason;

/** A device that the passage needs is gone. */
final class DeviceLostException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Device device;

  DeviceLostException(Device device, Throwable cause) {
    super(device + " is lost", cause);
    this.device = device;
  }

  Device device() {
    return device;
  }

  Reason reason() {
    return switch (device) {
      case MRZ_READER -> Reason.MRZ_READER_LOST;
      case CHIP_READER -> Reason.CHIP_READER_LOST;
      case FINGER_SENSOR -> Reason.FINGER_SENSOR_LOST;
      case CAMERA -> Reason.CAMERA_LOST;
    };
  }
}
