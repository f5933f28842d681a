package egate.bridge;

import java.util.Map;

/** Where the four devices are and which driver speaks to each. */
record DeviceAddresses(
    DeviceAddress mrzReader,
    ChipReaderAddress chipReader,
    DeviceAddress fingerSensor,
    DeviceAddress camera) {

  /** For a bridge that only rehearses and opens no device. */
  static final DeviceAddresses NONE =
      new DeviceAddresses(
          DeviceAddress.NONE, DeviceAddress.NONE, DeviceAddress.NONE, DeviceAddress.NONE);

  static DeviceAddresses of(Map<String, String> arguments) {
    return new DeviceAddresses(
        address(arguments, "--mrz-reader"),
        ChipReaderAddress.parse(BridgeOptions.required(arguments, "--chip-reader")),
        address(arguments, "--finger-sensor"),
        address(arguments, "--camera"));
  }

  private static DeviceAddress address(Map<String, String> arguments, String name) {
    return DeviceAddress.parse(BridgeOptions.required(arguments, name));
  }
}
